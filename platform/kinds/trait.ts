import {z} from 'zod';
import {at, isJsonObject, type JsonObject} from '../engine/json.ts';
import type {ResourceKind} from '../engine/kind.ts';
import {findSchemaFaults} from './parameter-schema.ts';
import {freeFormSchema} from './spec-parts.ts';
import {planeSchema, postRenderValidationSchema, ruleSchema, schemaSectionSchema} from './type-schemas.ts';

const target = z.object({
  group: z.string(),
  version: z.string().min(1),
  kind: z.string().min(1),
  where: z.string().optional(),
});
const loop = {forEach: z.string().optional(), var: z.string().optional(), targetPlane: planeSchema};

const operation = z.object({
  op: z.enum(['add', 'replace', 'remove']),
  path: z.string().min(1),
  value: z.json().optional(),
});

const spec = z.object({
  parameters: schemaSectionSchema.optional(),
  environmentConfigs: schemaSectionSchema.optional(),
  validations: z.array(ruleSchema).optional(),
  preRenderValidations: z.array(ruleSchema).optional(),
  postRenderValidations: z.array(postRenderValidationSchema).optional(),
  creates: z.array(z.object({...loop, includeWhen: z.string().optional(), template: freeFormSchema})).optional(),
  patches: z.array(z.object({...loop, target, operations: z.array(operation).min(1)})).optional(),
  removes: z.array(z.object({...loop, target})).optional(),
}) as unknown as z.ZodType<JsonObject>;

const shared = {
  spec,
  validate: ({spec: given}: {spec: JsonObject}) => [
    ...findSchemaFaults(given, 'parameters'),
    ...findSchemaFaults(given, 'environmentConfigs'),
  ],
  views: {
    schema({spec: given}: {spec: JsonObject}) {
      const schema = at(given, 'parameters', 'openAPIV3Schema');
      return isJsonObject(schema) ? schema : {type: 'object', properties: {}};
    },
  },
} satisfies Partial<ResourceKind>;

export const trait: ResourceKind = {
  ...shared,
  plural: 'traits',
  kind: 'Trait',
  scope: 'namespace',
  resource: 'trait',
  hierarchy: ({namespace}) => ({namespace}),
  related: ({namespace, name}, action) =>
    action === 'updated' ? [] : [{kind: 'components', namespace, spec: {traits: [{kind: 'Trait', name}]}}],
};

export const clusterTrait: ResourceKind = {
  ...shared,
  plural: 'clustertraits',
  kind: 'ClusterTrait',
  scope: 'cluster',
  resource: 'clustertrait',
  hierarchy: () => ({}),
  related: ({name}, action) =>
    action === 'updated' ? [] : [{kind: 'components', spec: {traits: [{kind: 'ClusterTrait', name}]}}],
};
