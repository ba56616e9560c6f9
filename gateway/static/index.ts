export {ClientFiles} from './client-files.ts';
export {staticRoutes} from './static-routes.ts';
