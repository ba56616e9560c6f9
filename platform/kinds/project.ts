import {z} from 'zod';
import {controlProject} from '../controllers/project-controller.ts';
import {notReady, ready} from '../engine/condition.ts';
import {textAt} from '../engine/json.ts';
import type {ResourceKind} from '../engine/kind.ts';
import {findValueFaults} from './parameter-schema.ts';
import {toReferenceKey} from './references.ts';
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
  blocked: {
    then: 'finalize',
    first: ({namespace, name}) =>
      ['components', 'projectreleasebindings'].map((kind) => ({kind, namespace, project: name})),
    async by({namespace, name}, lookup) {
      const left = await lookup.findAll(
        ['components', 'projectreleasebindings'].map((kind) => ({kind, namespace, project: name})),
      );
      return left.length > 0 ? 'What is deployed of it is being removed' : undefined;
    },
  },
  async validate({namespace, spec}, lookup) {
    const type = await lookup.get(toReferenceKey(spec['type'], namespace, 'ProjectType'));
    return findValueFaults(type?.spec['parameters'], spec['parameters']);
  },
  async conditions({namespace, name, spec}, lookup) {
    const created = {
      type: 'Created',
      status: 'True',
      reason: 'ProjectCreated',
      message: `Project '${name}' is created`,
    };
    const type = await lookup.get(toReferenceKey(spec['type'], namespace, 'ProjectType'));
    const reference = `${textAt(spec, 'type', 'kind') ?? 'ProjectType'} '${textAt(spec, 'type', 'name') ?? ''}'`;
    return [
      {...created, status: 'True'},
      type
        ? ready('Reconciled', `Project '${name}' is reconciled`)
        : notReady('ProjectTypeNotFound', `${reference} not found`),
    ];
  },
  controller: controlProject,
  related({namespace, name}, action) {
    if (action === 'created') return [{kind: 'components', namespace, project: name}];
    return action === 'deleted' ? [{kind: 'namespaces', name: namespace}] : [];
  },
};
