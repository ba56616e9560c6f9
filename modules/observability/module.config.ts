import {defineConfig} from '@openchoreo/portal-contract';

export default defineConfig({
  id: 'observability',
  name: '%module.name%',
  version: '0.1.0',
  apiVersion: 1,
  description: '%module.description%',
  license: 'Apache-2.0',
  icon: 'scroll-text',
  type: 'feature',
  category: 'insight',
  perspective: 'both',
  actions: ['export:data'],
  dependencies: {optional: {components: '^0.1.0'}},
  navigation: [
    {
      id: 'logs',
      label: '%nav.logs%',
      icon: 'scroll-text',
      path: '/observability/logs',
      order: 30,
      permissions: ['logs:view'],
    },
  ],
  contributes: {
    'components.tabs': [
      {
        id: 'logs',
        title: '%nav.logs%',
        component: {entry: './components/component-logs-tab.tsx', export: 'ComponentLogsTab'},
        permissions: ['logs:view'],
        order: 10,
      },
    ],
    'portal.commands': [
      {
        id: 'open-logs',
        title: '%command.logs%',
        icon: 'scroll-text',
        shortcut: 'G L',
        permissions: ['logs:view'],
        path: '/observability/logs',
      },
    ],
  },
  settings: [
    {
      key: 'wrap',
      type: 'boolean',
      label: '%setting.wrap%',
      description: '%setting.wrap.text%',
      default: false,
    },
    {
      key: 'interval',
      type: 'select',
      label: '%setting.interval%',
      description: '%setting.interval.text%',
      default: '5',
      options: [
        {value: '2', label: '%setting.interval.2%'},
        {value: '5', label: '%setting.interval.5%'},
        {value: '15', label: '%setting.interval.15%'},
        {value: '60', label: '%setting.interval.60%'},
      ],
    },
  ],
  events: {
    publish: {
      'observability:errors-arrived': {
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        description: 'While somebody watches the logs of a scope, lines with errors have come.',
        type: 'object',
        required: ['namespace', 'count'],
        additionalProperties: false,
        properties: {
          namespace: {type: 'string', minLength: 1},
          project: {type: 'string', minLength: 1},
          component: {type: 'string', minLength: 1},
          count: {type: 'integer', minimum: 1},
        },
      },
    },
  },
});
