import {defineConfig} from '@openchoreo/portal-contract';

/** The cards of one perspective, in order. What a person hid stays in its place. */
const LAYOUT = {
  type: 'array',
  maxItems: 150,
  items: {
    type: 'object',
    required: ['key', 'columns', 'rows'],
    additionalProperties: false,
    properties: {
      key: {type: 'string', minLength: 1, maxLength: 200},
      columns: {enum: [3, 4, 6, 8, 12]},
      rows: {type: 'integer', minimum: 1, maximum: 6},
      hidden: {type: 'boolean'},
    },
  },
} as const;

export default defineConfig({
  id: 'dashboard',
  name: '%module.name%',
  version: '0.1.0',
  apiVersion: 1,
  description: '%module.description%',
  license: 'Apache-2.0',
  icon: 'layout-dashboard',
  type: 'core',
  perspective: 'both',
  actions: ['portalmodule:view'],
  navigation: [{id: 'dashboard', label: '%nav.dashboard%', icon: 'layout-dashboard', path: '/', order: 0}],
  settings: [
    {
      key: 'layout',
      type: 'json',
      label: '%setting.layout%',
      hidden: true,
      default: {},
      schema: {
        type: 'object',
        additionalProperties: false,
        properties: {development: LAYOUT, 'platform-engineering': LAYOUT},
      },
    },
  ],
  extensionPoints: [
    {
      id: 'dashboard.cards',
      description: '%point.cards%',
      schema: {
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        type: 'object',
        required: ['id', 'title', 'component'],
        properties: {
          id: {type: 'string'},
          title: {type: 'string', minLength: 1, maxLength: 60},
          component: {type: 'object'},
          columns: {enum: [3, 4, 6, 8, 12]},
          rows: {type: 'integer', minimum: 1, maximum: 6},
        },
      },
    },
  ],
});
