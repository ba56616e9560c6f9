import type {ModuleRoutes} from '@openchoreo/portal-contract';

export const routes = {
  base: '/observability',
  perspective: 'both',
  definitions: [
    {path: '/', redirect: '/logs'},
    {
      path: '/logs',
      component: () => import('../pages/logs-page.tsx'),
      title: '%nav.logs%',
      permissions: ['logs:view'],
      data: [{kind: 'environments'}],
    },
  ],
} as const satisfies ModuleRoutes;
