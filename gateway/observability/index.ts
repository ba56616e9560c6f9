export {createLog, type Log} from './create-log.ts';
export {Metrics} from './metrics.ts';
export {observeRequests} from './observe-requests.ts';
export {systemRoutes} from './system-routes.ts';
