export {eventRoutes} from './event-routes.ts';
export {KeptStores} from './kept-stores.ts';
export {moduleRoutes} from './module-routes.ts';
export {portalRoutes} from './portal-routes.ts';
export {PreferenceStore} from './preference-store.ts';
export {storeRoutes} from './store-routes.ts';
export {settingRoutes} from './setting-routes.ts';
export {SettingStore} from './setting-store.ts';
