import type {ModuleRoutes} from '@openchoreo/portal-contract';

export const routes = {
  base: '/catalog',
  perspective: 'both',
  definitions: [
    {path: '/', redirect: '/components'},
    {
      path: '/components',
      component: () => import('../pages/component-list-page.ts'),
      title: '%nav.components%',
      permissions: ['component:view'],
      data: [{kind: 'components'}],
    },
    {
      path: '/create-component',
      component: () => import('../pages/component-create-page.ts'),
      title: '%component.create.title%',
      under: '/components',
      permissions: ['component:create'],
      data: [
        {kind: 'projects'},
        {kind: 'clustercomponenttypes'},
        {kind: 'componenttypes'},
        {kind: 'clusterworkflows'},
        {kind: 'workflows'},
      ],
    },
    {
      path: '/components/:component',
      component: () => import('../pages/component-detail-page.ts'),
      title: '%component.title%',
      permissions: ['component:view'],
      data: [{kind: 'components', name: ':component'}],
    },
    {
      path: '/components/:component/edit',
      component: () => import('../pages/component-edit-page.ts'),
      title: '%component.edit.title%',
      permissions: ['component:update'],
      data: [{kind: 'components', name: ':component'}],
    },
    {
      path: '/projects',
      component: () => import('../pages/project-list-page.ts'),
      title: '%nav.projects%',
      permissions: ['project:view'],
      data: [{kind: 'projects'}],
    },
    {
      path: '/create-project',
      component: () => import('../pages/project-create-page.ts'),
      title: '%project.create.title%',
      under: '/projects',
      permissions: ['project:create'],
      data: [{kind: 'deploymentpipelines'}],
    },
    {
      path: '/projects/:project',
      component: () => import('../pages/project-detail-page.ts'),
      title: '%project.title%',
      permissions: ['project:view'],
      data: [{kind: 'projects', name: ':project'}],
    },
    {
      path: '/projects/:project/edit',
      component: () => import('../pages/project-edit-page.ts'),
      title: '%project.edit.title%',
      permissions: ['project:update'],
      data: [{kind: 'projects', name: ':project'}],
    },
  ],
} as const satisfies ModuleRoutes;
