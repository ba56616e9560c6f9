export {eventRoutes} from './event-routes.ts';
export {moduleRoutes} from './module-routes.ts';
export {portalRoutes} from './portal-routes.ts';
export {PreferenceStore} from './preference-store.ts';
