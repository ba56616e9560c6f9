import type {ModuleRoutes} from '@openchoreo/portal-contract';

export const routes = {
  base: '/settings',
  perspective: 'both',
  definitions: [
    {path: '/', component: () => import('../pages/settings-page.ts'), title: '%nav.settings%'},
    {path: '/:module', component: () => import('../pages/settings-page.ts'), title: '%nav.settings%'},
  ],
} as const satisfies ModuleRoutes;
