import type {ModuleRoutes} from '@openchoreo/portal-contract';

export const routes = {
  base: '/',
  perspective: 'both',
  definitions: [
    {path: '/', component: () => import('../pages/dashboard-page.ts'), title: '%nav.dashboard%', prerender: true},
  ],
} as const satisfies ModuleRoutes;
