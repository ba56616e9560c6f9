import {z} from 'zod';
import {at, isJsonObject, type JsonObject} from '../engine/json.ts';
import type {ResourceKind} from '../engine/kind.ts';
import {findSchemaFaults} from './parameter-schema.ts';
import {ruleSchema, schemaSectionSchema, templatesSchema} from './type-schemas.ts';

const shared = {
  spec: z.object({
    parameters: schemaSectionSchema.optional(),
    environmentConfigs: schemaSectionSchema.optional(),
    validations: z.array(ruleSchema).optional(),
    resources: templatesSchema,
  }),
  refusals: {invalid: 'BAD_REQUEST'},
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

export const projectType: ResourceKind = {
  ...shared,
  plural: 'projecttypes',
  kind: 'ProjectType',
  scope: 'namespace',
  resource: 'projecttype',
  hierarchy: ({namespace}) => ({namespace}),
  related: ({namespace, name}, action) =>
    action === 'updated' ? [] : [{kind: 'projects', namespace, spec: {type: {kind: 'ProjectType', name}}}],
};

export const clusterProjectType: ResourceKind = {
  ...shared,
  plural: 'clusterprojecttypes',
  kind: 'ClusterProjectType',
  scope: 'cluster',
  resource: 'clusterprojecttype',
  hierarchy: () => ({}),
  related: ({name}, action) =>
    action === 'updated' ? [] : [{kind: 'projects', spec: {type: {kind: 'ClusterProjectType', name}}}],
};
