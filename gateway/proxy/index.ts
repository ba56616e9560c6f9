export {attribute} from './attribute.ts';
export {observerRoutes} from './observer-routes.ts';
export {platformRoutes} from './proxy-routes.ts';
