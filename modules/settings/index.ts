import {defineModule} from '@openchoreo/portal-contract';
import config from './module.config.ts';
import {routes} from './routes/index.ts';

export default defineModule({config, routes});
