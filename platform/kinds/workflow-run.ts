import {z} from 'zod';
import {toRunEvents, toRunLogs} from '../builds/run-output.ts';
import {toRunStatus} from '../builds/run-status.ts';
import {controlWorkflowRun} from '../controllers/workflow-run-controller.ts';
import type {Draft, ResourceKind} from '../engine/kind.ts';
import {at} from '../engine/json.ts';
import {durationSchema} from './duration.ts';
import {findValueFaults} from './parameter-schema.ts';
import {toReferenceAttribute, toReferenceKey} from './references.ts';
import {freeFormSchema, nameSchema} from './spec-parts.ts';

const PROJECT = 'openchoreo.dev/project';
const COMPONENT = 'openchoreo.dev/component';

export const workflowRun: ResourceKind = {
  plural: 'workflowruns',
  kind: 'WorkflowRun',
  scope: 'namespace',
  resource: 'workflowrun',
  refusals: {taken: 'BAD_REQUEST', orphaned: 'NOT_FOUND'},
  spec: z.object({
    workflow: z.object({
      kind: z.enum(['Workflow', 'ClusterWorkflow']).default('ClusterWorkflow'),
      name: nameSchema,
      parameters: freeFormSchema.optional(),
    }),
    ttlAfterCompletion: durationSchema.optional(),
  }),
  specFilters: {workflow: ['workflow', 'name']},
  immutable: [
    ['workflow', 'kind'],
    ['workflow', 'name'],
  ],
  hierarchy: (draft) => ({namespace: draft.namespace, ...toLabelledOwner(draft)}),
  attributes: ({namespace, spec}) => ({
    workflow: toReferenceAttribute(spec['workflow'], namespace, 'ClusterWorkflow'),
  }),
  owner: toLabelledOwner,
  parents: ({namespace, spec}) => [toReferenceKey(spec['workflow'], namespace, 'ClusterWorkflow')],
  async validate({namespace, spec}, lookup) {
    const workflow = await lookup.get(toReferenceKey(spec['workflow'], namespace, 'ClusterWorkflow'));
    return findValueFaults(
      workflow?.spec['parameters'],
      at(spec, 'workflow', 'parameters'),
      'spec.workflow.parameters',
    );
  },
  // Whose run it is, and so whose permissions apply, is settled when it is created.
  replace: (existing, incoming) => ({
    ...incoming,
    labels: {...withoutOwner(incoming.labels), ...onlyOwner(existing.labels)},
  }),
  controller: controlWorkflowRun,
  views: {status: toRunStatus, logs: toRunLogs, events: toRunEvents},
};

/** A run belongs to a component by two labels; with only one of them it belongs to the namespace. */
function toLabelledOwner({labels}: Pick<Draft, 'labels'>): {project?: string; component?: string} {
  const {[PROJECT]: project, [COMPONENT]: component} = labels;
  return project && component ? {project, component} : {};
}

function onlyOwner(labels: Draft['labels']): Draft['labels'] {
  return Object.fromEntries(Object.entries(labels).filter(([key]) => key === PROJECT || key === COMPONENT));
}

function withoutOwner(labels: Draft['labels']): Draft['labels'] {
  return Object.fromEntries(Object.entries(labels).filter(([key]) => key !== PROJECT && key !== COMPONENT));
}
