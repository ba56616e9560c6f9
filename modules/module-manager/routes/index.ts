import type {ModuleRoutes} from '@openchoreo/portal-contract';

export const routes = {
  base: '/modules',
  perspective: 'platform-engineering',
  definitions: [
    {
      path: '/',
      component: () => import('../pages/module-list-page.ts'),
      title: '%nav.modules%',
      permissions: ['portalmodule:view'],
    },
    {
      path: '/:module',
      component: () => import('../pages/module-detail-page.ts'),
      title: '%module.title%',
      permissions: ['portalmodule:view'],
    },
  ],
} as const satisfies ModuleRoutes;
