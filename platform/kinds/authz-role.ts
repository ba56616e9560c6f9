import {z} from 'zod';
import type {ResourceKind} from '../engine/kind.ts';
import type {Lookup, Selection} from '../engine/lookup.ts';

const action = z
  .string()
  .max(128)
  .regex(
    /^(\*|[a-z0-9][-a-z0-9]*:(\*|[a-z0-9][-a-z0-9]*))$/,
    'must be an action such as component:view, component:* or *',
  );

const spec = z.object({actions: z.array(action).min(1), description: z.string().optional()});

export const authzRole: ResourceKind = {
  plural: 'authzroles',
  kind: 'AuthzRole',
  scope: 'namespace',
  resource: 'authzrole',
  withoutStatus: true,
  spec,
  hierarchy: ({namespace}) => ({namespace}),
  blocked: {
    then: 'refuse',
    by: async ({namespace, name}, lookup) =>
      findBindings([{kind: 'authzrolebindings', namespace, spec: toUse('AuthzRole', name)}], lookup),
  },
};

export const clusterAuthzRole: ResourceKind = {
  plural: 'clusterauthzroles',
  kind: 'ClusterAuthzRole',
  scope: 'cluster',
  resource: 'clusterauthzrole',
  withoutStatus: true,
  spec,
  hierarchy: () => ({}),
  blocked: {
    then: 'refuse',
    async by({name}, lookup) {
      const use = toUse('ClusterAuthzRole', name);
      const selections = ['clusterauthzrolebindings', 'authzrolebindings'].map((kind) => ({kind, spec: use}));
      return findBindings(selections, lookup);
    },
  },
};

function toUse(kind: string, name: string): NonNullable<Selection['spec']> {
  return {roleMappings: [{roleRef: {kind, name}}]};
}

async function findBindings(selections: readonly Selection[], lookup: Lookup): Promise<string | undefined> {
  const users = await lookup.findAll(selections);
  return users.length > 0 ? `used by role binding ${users.map(({name}) => `'${name}'`).join(', ')}` : undefined;
}
