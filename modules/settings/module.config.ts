import {defineConfig} from '@openchoreo/portal-contract';

export default defineConfig({
  id: 'settings',
  name: '%module.name%',
  version: '0.1.0',
  apiVersion: 1,
  description: '%module.description%',
  license: 'Apache-2.0',
  icon: 'settings',
  type: 'core',
  perspective: 'both',
  actions: ['portalmodule:update'],
  navigation: [
    {id: 'settings', label: '%nav.settings%', icon: 'settings', path: '/settings', position: 'settings', order: 90},
  ],
});
