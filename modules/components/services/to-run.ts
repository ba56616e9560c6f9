import type {Component, Reference, WorkflowRun} from '@openchoreo/portal-contract';

/** What builds a component. */
export type ComponentWorkflow = Reference & {readonly parameters?: Readonly<Record<string, unknown>>};

/** Names of objects have at most this many characters. */
const NAME_LENGTH = 63;

/** Undefined for a component that is deployed from an image. */
export function toWorkflow({spec}: Component): ComponentWorkflow | undefined {
  const workflow = spec?.workflow;
  return workflow?.name ? workflow : undefined;
}

/** A run that builds the component as it says it is built; its name tells when it was asked for. */
export function toRun(
  {metadata, spec}: Component,
  {kind, name, parameters}: ComponentWorkflow,
  now: Date,
): WorkflowRun {
  const suffix = `-${now.getTime().toString(36)}`;
  return {
    metadata: {
      name: metadata.name.slice(0, NAME_LENGTH - suffix.length) + suffix,
      ...(metadata.namespace !== undefined && {namespace: metadata.namespace}),
      labels: {
        'openchoreo.dev/project': spec?.owner.projectName ?? '',
        'openchoreo.dev/component': metadata.name,
      },
    },
    spec: {workflow: {...(kind && {kind}), name, ...(parameters && {parameters})}},
  };
}
