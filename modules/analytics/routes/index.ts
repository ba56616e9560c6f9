import type {ModuleRoutes} from '@openchoreo/portal-contract';

export const routes = {
  base: '/analytics',
  perspective: 'both',
  definitions: [
    {
      path: '/',
      component: () => import('../pages/overview-page.ts'),
      title: '%nav.analytics%',
      data: [{kind: 'components'}, {kind: 'projects'}],
    },
    {
      path: '/reports',
      component: () => import('../pages/report-list-page.ts'),
      title: '%nav.reports%',
    },
    {
      path: '/settings',
      component: () => import('../pages/settings-page.ts'),
      title: '%nav.settings%',
    },
    {
      path: '/reports/:id',
      component: () => import('../pages/report-page.ts'),
      title: '%report.title%',
      data: [{kind: 'components'}, {kind: 'projects'}],
    },
  ],
} as const satisfies ModuleRoutes;
