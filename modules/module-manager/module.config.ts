import {defineConfig} from '@openchoreo/portal-contract';

export default defineConfig({
  id: 'module-manager',
  name: '%module.name%',
  version: '0.1.0',
  apiVersion: 1,
  description: '%module.description%',
  license: 'Apache-2.0',
  icon: 'blocks',
  type: 'core',
  perspective: 'platform-engineering',
  permissions: ['portalmodule:view'],
  actions: ['portalmodule:update', 'portalmodule:delete'],
  events: {subscribe: ['portal:composition-changed', 'portal:module-failed']},
  navigation: [
    {
      id: 'modules',
      label: '%nav.modules%',
      icon: 'blocks',
      path: '/modules',
      position: 'settings',
      perspective: 'platform-engineering',
      permissions: ['portalmodule:view'],
    },
  ],
  contributes: {
    'portal.commands': [
      {
        id: 'open-modules',
        title: '%nav.modules%',
        shortcut: 'G M',
        path: '/modules',
      },
      {
        id: 'switch-module',
        title: '%command.switch%',
        icon: 'power',
        permissions: ['portalmodule:update'],
        handler: {entry: './services/find-modules.ts', export: 'switchByCommand'},
        input: {
          type: 'object',
          required: ['id', 'enabled'],
          properties: {id: {type: 'string'}, enabled: {type: 'boolean'}},
          additionalProperties: false,
        },
      },
    ],
    'portal.search': [
      {
        id: 'modules',
        title: '%nav.modules%',
        icon: 'blocks',
        handler: {entry: './services/find-modules.ts', export: 'findModules'},
      },
    ],
    'portal.status': [
      {
        id: 'health',
        title: '%nav.modules%',
        component: {entry: './components/module-health.ts', export: 'ModuleHealth'},
        perspective: 'platform-engineering',
      },
    ],
  },
});
