import {SCOPE_FIELDS} from './scope.ts';

/** An extension point as its owner declares it: what a contribution to it must look like, as a JSON Schema (draft 2020-12). */
export interface ExtensionPointDeclaration {
  readonly id: string;
  readonly description: string;
  readonly schema: Readonly<Record<string, unknown>>;
}

const COMPONENT = {
  type: 'object',
  properties: {entry: {type: 'string'}, export: {type: 'string'}, tag: {type: 'string'}},
  anyOf: [{required: ['entry', 'export']}, {required: ['tag']}],
} as const;

const TEXT = {type: 'string', minLength: 1, maxLength: 200};
const ICON = {type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 64};
const PATH = {type: 'string', pattern: '^/(?!/)\\S*$', maxLength: 200};
const HANDLER = {
  type: 'object',
  properties: {entry: TEXT, export: TEXT},
  required: ['entry', 'export'],
  additionalProperties: false,
};

/**
 * The points that the portal itself opens; every other one is opened by a module's manifest. The gateway checks
 * contributions against them; no page needs this file.
 */
export const PORTAL_POINTS: readonly ExtensionPointDeclaration[] = [
  {
    id: 'portal.settings',
    description: "A module's own settings page, beside the one that is generated from its settings.",
    schema: {
      type: 'object',
      required: ['title', 'component'],
      properties: {
        title: {type: 'string', minLength: 1, maxLength: 60},
        description: {type: 'string', maxLength: 300},
        component: COMPONENT,
      },
    },
  },
  {
    id: 'portal.commands',
    description: 'Commands: for buttons, the command palette and the keyboard',
    schema: {
      type: 'object',
      properties: {
        title: TEXT,
        description: TEXT,
        icon: ICON,
        category: TEXT,
        keywords: {type: 'array', items: TEXT, maxItems: 20},
        shortcut: TEXT,
        scope: {enum: [...SCOPE_FIELDS]},
        path: PATH,
        handler: HANDLER,
        input: {type: 'object'},
      },
      required: ['title'],
      oneOf: [{required: ['path']}, {required: ['handler']}],
    },
  },
  {
    id: 'portal.search',
    description: 'Search providers of the command palette',
    schema: {
      type: 'object',
      properties: {title: TEXT, icon: ICON, handler: HANDLER, minimum: {type: 'integer', minimum: 1, maximum: 20}},
      required: ['title', 'handler'],
    },
  },
  {
    id: 'portal.status',
    description: 'Status items at the foot of the navigation',
    schema: {type: 'object', properties: {title: TEXT, icon: ICON, path: PATH}, required: ['title']},
  },
];
