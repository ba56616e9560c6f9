import {z} from 'zod';
import {notReady, ready} from '../engine/condition.ts';
import {textAt, type JsonObject} from '../engine/json.ts';
import type {ResourceKind} from '../engine/kind.ts';
import {findType, toTypeAttribute, toTypeName} from './component-type-reference.ts';
import {findParameterFaults} from './parameter-schema.ts';
import {toPipelineName} from './project.ts';
import {freeFormSchema, nameSchema, referenceSchema} from './spec-parts.ts';

const TYPE_NAME = /^(deployment|statefulset|cronjob|job|proxy)\/[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

export const component: ResourceKind = {
  plural: 'components',
  kind: 'Component',
  scope: 'namespace',
  resource: 'component',
  spec: z.object({
    owner: z.object({projectName: nameSchema}),
    componentType: z.object({
      kind: z.enum(['ComponentType', 'ClusterComponentType']).default('ComponentType'),
      name: z
        .string()
        .max(80)
        .regex(TYPE_NAME, 'must be {workloadType}/{componentTypeName}, such as deployment/service'),
    }),
    autoDeploy: z.boolean().default(false),
    autoBuild: z.boolean().optional(),
    parameters: freeFormSchema.optional(),
    traits: z
      .array(
        referenceSchema(['Trait', 'ClusterTrait']).extend({
          instanceName: nameSchema,
          parameters: freeFormSchema.optional(),
        }),
      )
      .optional(),
    workflow: referenceSchema(['Workflow', 'ClusterWorkflow'], 'ClusterWorkflow')
      .extend({parameters: freeFormSchema.optional()})
      .optional(),
  }),
  filters: ['project'],
  immutable: [['owner'], ['componentType']],
  hierarchy: ({namespace, name, spec}) => ({namespace, project: toProject(spec), component: name}),
  attributes: ({namespace, spec}) => ({componentType: toTypeAttribute(namespace, spec)}),
  owner: (spec) => ({project: toProject(spec)}),
  parents: ({namespace, spec}) => [{kind: 'projects', namespace, name: toProject(spec)}],
  labels: ({spec}) => ({'openchoreo.dev/project': toProject(spec)}),
  owns: 'component',
  async validate({namespace, spec}, lookup) {
    const type = await findType(namespace, spec, lookup);
    return type ? findParameterFaults(type, spec['parameters']) : [];
  },
  async conditions({namespace, name, spec}, lookup) {
    const owner = await lookup.get({kind: 'projects', namespace, name: toProject(spec)});
    if (!owner) return [notReady('ProjectNotFound', `Project '${toProject(spec)}' not found`)];
    const pipeline = toPipelineName(owner.spec);
    if (!(await lookup.get({kind: 'deploymentpipelines', namespace, name: pipeline}))) {
      return [notReady('DeploymentPipelineNotFound', `DeploymentPipeline '${pipeline}' not found`)];
    }
    if (!(await findType(namespace, spec, lookup))) {
      return [
        notReady('ComponentTypeNotFound', `${textAt(spec, 'componentType', 'kind')} '${toTypeName(spec)}' not found`),
      ];
    }
    const workloads = await lookup.find({kind: 'workloads', namespace, component: name});
    if (workloads.length === 0) return [notReady('WorkloadNotFound', `No workload found for component '${name}'`)];
    return [ready('Reconciled', `Component '${name}' is reconciled`)];
  },
  views: {
    async schema({namespace, spec}, lookup) {
      const type = await findType(namespace, spec, lookup);
      const environmentConfigs = type?.spec['environmentConfigs'];
      const schema = (environmentConfigs as JsonObject | undefined)?.['openAPIV3Schema'];
      return {type: 'object', properties: schema ? {componentTypeEnvironmentConfigs: schema} : {}};
    },
  },
};

function toProject(spec: JsonObject): string {
  return textAt(spec, 'owner', 'projectName') ?? '';
}
