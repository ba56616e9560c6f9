import {defineModule} from '@openchoreo/portal-contract';
import config from './module.config.ts';
import {routes} from './routes/index.ts';
import {stores} from './stores/analytics-store.ts';

export {AnalyticsWidget} from './components/analytics-widget.ts';
export type {DataUpdated} from './types/events.ts';
export type {Metrics} from './types/metrics.ts';

export default defineModule({config, routes, stores});
