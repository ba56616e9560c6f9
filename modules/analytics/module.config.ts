import {defineConfig} from '@openchoreo/portal-contract';

export default defineConfig({
  id: 'analytics',
  name: '%module.name%',
  version: '0.1.0',
  apiVersion: 1,
  description: '%module.description%',
  license: 'Apache-2.0',
  icon: 'chart-spline',
  type: 'feature',
  category: 'insight',
  perspective: 'both',
  permissions: ['view:analytics'],
  actions: ['export:data'],
  dependencies: {optional: {dashboard: '^0.1.0', components: '^0.1.0'}},
  navigation: [
    {id: 'analytics', label: '%nav.analytics%', icon: 'chart-spline', path: '/analytics', order: 40},
    {id: 'reports', label: '%nav.reports%', icon: 'file-text', path: '/analytics/reports', order: 41},
  ],
  contributes: {
    'dashboard.cards': [
      {
        id: 'growth',
        title: '%card.growth%',
        component: {entry: './components/growth-card.ts', export: 'GrowthCard'},
        permissions: ['component:view'],
        order: 60,
        columns: 12,
        rows: 3,
        deferred: true,
      },
    ],
    'components.tabs': [
      {
        id: 'figures',
        title: '%module.name%',
        component: {entry: './components/object-tabs.ts', export: 'ComponentTab'},
        permissions: ['componentrelease:view'],
        order: 20,
      },
    ],
    'components.project-tabs': [
      {
        id: 'figures',
        title: '%module.name%',
        component: {entry: './components/object-tabs.ts', export: 'ProjectTab'},
        permissions: ['component:view'],
        order: 20,
      },
    ],
    'portal.commands': [
      {id: 'reports', title: '%command.reports%', icon: 'file-text', path: '/analytics/reports', shortcut: 'G R'},
      {
        id: 'export-inventory',
        title: '%command.export%',
        description: '%command.export.text%',
        icon: 'download',
        permissions: ['export:data'],
        scope: 'namespace',
        handler: {entry: './services/export-inventory.ts', export: 'exportInventory'},
      },
    ],
    'portal.search': [
      {
        id: 'reports',
        title: '%search.reports%',
        icon: 'file-text',
        handler: {entry: './services/find-reports.ts', export: 'findReports'},
      },
    ],
  },
  elements: [
    {
      tag: 'analytics-widget',
      component: {entry: './components/analytics-widget.ts', export: 'AnalyticsWidget'},
      description: '%element.widget%',
      attributes: [
        {name: 'project', description: '%element.widget.project%'},
        {name: 'namespace', description: '%element.widget.namespace%'},
        {name: 'range', description: '%element.widget.range%'},
      ],
    },
  ],
  settings: [
    {
      key: 'range',
      type: 'select',
      label: '%setting.range%',
      description: '%setting.range.text%',
      default: '90d',
      options: [
        {value: '7d', label: '%range.7d%'},
        {value: '30d', label: '%range.30d%'},
        {value: '90d', label: '%range.90d%'},
        {value: '1y', label: '%range.1y%'},
        {value: 'all', label: '%range.all%'},
      ],
    },
    {
      key: 'refresh',
      type: 'select',
      label: '%setting.refresh%',
      description: '%setting.refresh.text%',
      default: 'off',
      options: [
        {value: 'off', label: '%setting.refresh.off%'},
        {value: '1m', label: '%setting.refresh.1m%'},
        {value: '5m', label: '%setting.refresh.5m%'},
        {value: '15m', label: '%setting.refresh.15m%'},
      ],
    },
  ],
  events: {
    publish: {
      'analytics:data-updated': {
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        description: 'New data came from the platform; the store of the module holds the figures made of it.',
        type: 'object',
        required: ['namespace', 'updatedAt', 'components'],
        additionalProperties: false,
        properties: {
          namespace: {type: 'string', minLength: 1},
          project: {type: 'string', minLength: 1},
          updatedAt: {type: 'string', format: 'date-time'},
          components: {type: 'integer', minimum: 0},
        },
      },
    },
  },
});
