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
];
