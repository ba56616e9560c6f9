import {z} from 'zod';
import {at, isJsonObject, type JsonObject} from '../engine/json.ts';
import type {ResourceKind} from '../engine/kind.ts';
import type {Selection} from '../engine/lookup.ts';
import {durationSchema} from './duration.ts';
import {findSchemaFaults} from './parameter-schema.ts';
import {toReferenceKey} from './references.ts';
import {freeFormSchema, kindedReferenceSchema} from './spec-parts.ts';
import {schemaSectionSchema} from './type-schemas.ts';

const parts = {
  parameters: schemaSectionSchema.optional(),
  runTemplate: freeFormSchema,
  resources: z
    .array(z.object({id: z.string().min(1), includeWhen: z.string().optional(), template: freeFormSchema}))
    .optional(),
  externalRefs: z
    .array(
      z.object({
        id: z
          .string()
          .max(63)
          .regex(/^[a-z][a-z0-9-]*[a-z0-9]$/, 'must be lower-case letters, digits and hyphens'),
        apiVersion: z.string(),
        kind: z.enum(['SecretReference']),
        name: z.string(),
      }),
    )
    .optional(),
  ttlAfterCompletion: durationSchema.optional(),
};

const DEFAULT_PLANE = {kind: 'ClusterWorkflowPlane', name: 'default'} as const;

const shared = {
  immutable: [['workflowPlaneRef']],
  validate: ({spec}: {spec: JsonObject}) => findSchemaFaults(spec, 'parameters'),
  views: {
    schema({spec}: {spec: JsonObject}) {
      const schema = at(spec, 'parameters', 'openAPIV3Schema');
      return isJsonObject(schema) ? schema : {type: 'object', properties: {}};
    },
  },
} satisfies Partial<ResourceKind>;

export const workflow: ResourceKind = {
  ...shared,
  plural: 'workflows',
  kind: 'Workflow',
  scope: 'namespace',
  resource: 'workflow',
  spec: z.object({
    ...parts,
    workflowPlaneRef: kindedReferenceSchema(['WorkflowPlane', 'ClusterWorkflowPlane']).default(DEFAULT_PLANE),
  }),
  hierarchy: ({namespace}) => ({namespace}),
  related: ({namespace, name, spec}, action) => [
    ...toPlane(namespace, spec),
    ...(action === 'updated' ? [] : [{kind: 'components', namespace, spec: {workflow: {kind: 'Workflow', name}}}]),
  ],
};

export const clusterWorkflow: ResourceKind = {
  ...shared,
  plural: 'clusterworkflows',
  kind: 'ClusterWorkflow',
  scope: 'cluster',
  resource: 'clusterworkflow',
  spec: z.object({
    ...parts,
    workflowPlaneRef: kindedReferenceSchema(['ClusterWorkflowPlane']).default(DEFAULT_PLANE),
  }),
  hierarchy: () => ({}),
  related: ({namespace, name, spec}, action) => [
    ...toPlane(namespace, spec),
    ...(action === 'updated' ? [] : [{kind: 'components', spec: {workflow: {kind: 'ClusterWorkflow', name}}}]),
  ],
};

/** The plane it runs on, whose deletion may have waited for it. */
function toPlane(namespace: string, spec: JsonObject): readonly Selection[] {
  return [toReferenceKey(spec['workflowPlaneRef'], namespace, 'ClusterWorkflowPlane')];
}
