import {z} from 'zod';
import {ready} from '../engine/condition.ts';
import {textAt} from '../engine/json.ts';
import type {ResourceKind} from '../engine/kind.ts';
import {freeFormSchema, referenceSchema} from './spec-parts.ts';

export const project: ResourceKind = {
  plural: 'projects',
  kind: 'Project',
  scope: 'namespace',
  resource: 'project',
  spec: z.object({
    deploymentPipelineRef: referenceSchema(['DeploymentPipeline']).default({
      kind: 'DeploymentPipeline',
      name: 'default',
    }),
    type: referenceSchema(['ProjectType', 'ClusterProjectType']).default({kind: 'ClusterProjectType', name: 'default'}),
    parameters: freeFormSchema.optional(),
  }),
  immutable: [['type']],
  hierarchy: ({namespace, name}) => ({namespace, project: name}),
  owns: 'project',
  conditions({name}) {
    const message = `Project '${name}' is reconciled`;
    return [
      {type: 'Created', status: 'True', reason: 'ProjectCreated', message: `Project '${name}' is created`},
      ready('Reconciled', message),
    ];
  },
  related({namespace, name}, action) {
    return action === 'created' ? [{kind: 'components', namespace, project: name}] : [];
  },
};

/** The name of the pipeline a project's spec speaks of. */
export function toPipelineName(spec: Parameters<NonNullable<ResourceKind['owner']>>[0]): string {
  return textAt(spec, 'deploymentPipelineRef', 'name') ?? 'default';
}
