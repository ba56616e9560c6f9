import type {Component, WorkflowRun} from '@openchoreo/portal-contract';

/** The first build of a component: a run of its own workflow, with its parameters; undefined where it has none. */
export function toWorkflowRun({metadata, spec}: Component, suffix: string): WorkflowRun | undefined {
  if (!spec?.workflow) return undefined;
  return {
    apiVersion: 'openchoreo.dev/v1alpha1',
    kind: 'WorkflowRun',
    metadata: {
      // Names of runs have at most 63 characters, as all names.
      name: `${metadata.name.slice(0, 62 - suffix.length)}-${suffix}`,
      ...(metadata.namespace !== undefined && {namespace: metadata.namespace}),
      // A run belongs to a component by these labels.
      labels: {'openchoreo.dev/project': spec.owner.projectName, 'openchoreo.dev/component': metadata.name},
    },
    spec: {workflow: spec.workflow},
  };
}
