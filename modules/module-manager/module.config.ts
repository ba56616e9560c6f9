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
  actions: ['portalmodule:update'],
  events: {subscribe: ['portal:composition-changed']},
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
});
