export {attribute} from './attribute.ts';
export {proxyRoutes} from './proxy-routes.ts';
