import {z} from 'zod';
import {at, isJsonObject, textAt, type JsonObject} from '../engine/json.ts';
import type {ResourceKind} from '../engine/kind.ts';
import {findSchemaFaults} from './parameter-schema.ts';
import {freeFormSchema, kindedReferenceSchema, nameSchema, referenceSchema} from './spec-parts.ts';
import {postRenderValidationSchema, ruleSchema, schemaSectionSchema, templatesSchema} from './type-schemas.ts';

const parts = {
  workloadType: z.enum(['deployment', 'statefulset', 'cronjob', 'job', 'proxy']),
  parameters: schemaSectionSchema.optional(),
  environmentConfigs: schemaSectionSchema.optional(),
  validations: z.array(ruleSchema).optional(),
  preRenderValidations: z.array(ruleSchema).optional(),
  postRenderValidations: z.array(postRenderValidationSchema).optional(),
  resources: templatesSchema,
};

const instance = {
  instanceName: nameSchema,
  parameters: freeFormSchema.optional(),
  environmentConfigs: freeFormSchema.optional(),
};

const shared = {
  immutable: [['workloadType']],
  validate: ({spec}: {spec: JsonObject}) => [
    ...findSchemaFaults(spec, 'parameters'),
    ...findSchemaFaults(spec, 'environmentConfigs'),
  ],
  views: {
    schema({spec}: {spec: JsonObject}) {
      const schema = at(spec, 'parameters', 'openAPIV3Schema');
      return isJsonObject(schema) ? schema : {type: 'object', properties: {}};
    },
  },
} satisfies Partial<ResourceKind>;

export const componentType: ResourceKind = {
  ...shared,
  plural: 'componenttypes',
  kind: 'ComponentType',
  scope: 'namespace',
  resource: 'componenttype',
  spec: z.object({
    ...parts,
    allowedWorkflows: z.array(referenceSchema(['Workflow', 'ClusterWorkflow'], 'ClusterWorkflow')).optional(),
    allowedTraits: z.array(referenceSchema(['Trait', 'ClusterTrait'])).optional(),
    traits: z.array(referenceSchema(['Trait', 'ClusterTrait']).extend(instance)).optional(),
  }),
  hierarchy: ({namespace}) => ({namespace}),
  related: ({namespace, name, spec}, action) =>
    action === 'updated' ? [] : [{kind: 'components', namespace, spec: toUse(spec, {kind: 'ComponentType', name})}],
};

export const clusterComponentType: ResourceKind = {
  ...shared,
  plural: 'clustercomponenttypes',
  kind: 'ClusterComponentType',
  scope: 'cluster',
  resource: 'clustercomponenttype',
  spec: z.object({
    ...parts,
    allowedWorkflows: z.array(kindedReferenceSchema(['ClusterWorkflow'])).optional(),
    allowedTraits: z.array(kindedReferenceSchema(['ClusterTrait'])).optional(),
    traits: z.array(referenceSchema(['ClusterTrait']).extend(instance)).optional(),
  }),
  hierarchy: () => ({}),
  related: ({name, spec}, action) =>
    action === 'updated' ? [] : [{kind: 'components', spec: toUse(spec, {kind: 'ClusterComponentType', name})}],
};

/** What the spec of a component that uses the type contains. */
function toUse(spec: JsonObject, {kind, name}: {kind: string; name: string}): JsonObject {
  return {componentType: {kind, name: `${textAt(spec, 'workloadType')}/${name}`}};
}
