import {defineModule} from '@openchoreo/portal-contract';
import config from './module.config.ts';
import {routes} from './routes/index.ts';
import {stores} from './stores/observability-store.ts';

export type {LatestLogs} from './stores/observability-store.ts';
export type {ErrorsArrived} from './types/events.ts';

export default defineModule({config, routes, stores});
