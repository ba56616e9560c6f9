import {z} from 'zod';
import {findConditionFault} from '../authorization/cel-condition.ts';
import {listAt, textAt, type JsonObject} from '../engine/json.ts';
import type {ResourceKind} from '../engine/kind.ts';
import type {ResourceKey} from '../engine/resource.ts';
import {kindedReferenceSchema, nameSchema} from './spec-parts.ts';

const condition = z.object({
  actions: z.array(z.string().min(1)).min(1),
  expression: z
    .string()
    .min(1)
    .max(2000)
    .superRefine((expression, context) => {
      const fault = findConditionFault(expression);
      if (fault) context.addIssue({code: 'custom', message: `is not a valid CEL expression: ${fault}`});
    }),
});

const parts = {
  entitlement: z.object({claim: z.string().min(1), value: z.string().min(1)}),
  effect: z.enum(['allow', 'deny']).default('allow'),
};

const scope = z
  .object({project: nameSchema.optional(), component: nameSchema.optional()})
  .refine(({project, component}) => !component || project, {message: 'project is required with component'});

const clusterScope = z
  .object({namespace: nameSchema.optional(), project: nameSchema.optional(), component: nameSchema.optional()})
  .refine(({namespace, project}) => !project || namespace, {message: 'namespace is required with project'})
  .refine(({project, component}) => !component || project, {message: 'project is required with component'});

export const authzRoleBinding: ResourceKind = {
  plural: 'authzrolebindings',
  kind: 'AuthzRoleBinding',
  scope: 'namespace',
  resource: 'authzrolebinding',
  withoutStatus: true,
  spec: z.object({
    ...parts,
    roleMappings: z
      .array(
        z.object({
          roleRef: kindedReferenceSchema(['AuthzRole', 'ClusterAuthzRole']),
          scope: scope.optional(),
          conditions: z.array(condition).optional(),
        }),
      )
      .min(1),
  }),
  hierarchy: ({namespace}) => ({namespace}),
  parents: ({namespace, spec}) => toRoles(namespace, spec),
};

export const clusterAuthzRoleBinding: ResourceKind = {
  plural: 'clusterauthzrolebindings',
  kind: 'ClusterAuthzRoleBinding',
  scope: 'cluster',
  resource: 'clusterauthzrolebinding',
  withoutStatus: true,
  spec: z.object({
    ...parts,
    roleMappings: z
      .array(
        z.object({
          roleRef: kindedReferenceSchema(['ClusterAuthzRole']),
          scope: clusterScope.optional(),
          conditions: z.array(condition).optional(),
        }),
      )
      .min(1),
  }),
  hierarchy: () => ({}),
  parents: ({namespace, spec}) => toRoles(namespace, spec),
};

function toRoles(namespace: string, spec: JsonObject): readonly ResourceKey[] {
  return listAt(spec, 'roleMappings').map((mapping) => {
    const name = textAt(mapping, 'roleRef', 'name') ?? '';
    const namespaced = textAt(mapping, 'roleRef', 'kind') === 'AuthzRole';
    return namespaced ? {kind: 'authzroles', namespace, name} : {kind: 'clusterauthzroles', namespace: '', name};
  });
}
