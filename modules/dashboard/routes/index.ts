import type {ModuleRoutes} from '@openchoreo/portal-contract';

export const routes = {
  base: '/',
  perspective: 'both',
  definitions: [{path: '/', component: () => import('../pages/dashboard-page.ts'), title: '%nav.dashboard%'}],
} as const satisfies ModuleRoutes;
