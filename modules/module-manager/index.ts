import {defineModule} from '@openchoreo/portal-contract';
import config from './module.config.ts';
import {routes} from './routes/index.ts';
import {stores} from './stores/list-store.ts';

export default defineModule({
  config,
  routes,
  stores,
  hooks: {
    onActivate({events, notifications, messages}) {
      events.on('portal:module-failed', ({module, code}) => {
        void notifications.add({
          kind: 'error',
          title: messages.text('failed.title', {module}),
          text: code,
          path: `/modules/${module}`,
          key: `failed-${module}`,
        });
      });
    },
  },
});
