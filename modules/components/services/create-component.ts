import type {Component, OpenChoreoClient, WorkflowRun, Workload} from '@openchoreo/portal-contract';

/** What belongs to a new component, each an object of its own on the platform. */
export interface ComponentParts {
  readonly component: Component;
  readonly workload?: Workload | undefined;
  /** The first build. */
  readonly run?: WorkflowRun | undefined;
  /** The component was made by an attempt before: it is changed to what is wanted now. */
  readonly exists?: boolean;
}

export interface Created {
  readonly component: Component;
  /** What could not be made, although the component could, and why. */
  readonly failed?: {readonly part: 'workload' | 'run'; readonly error: Error};
}

/**
 * Makes the component, then its workload or its first build. The platform has no transaction over them: when only a later
 * one fails, the component stays and the answer says so.
 */
export async function createComponent(
  api: OpenChoreoClient,
  {component, workload, run, exists}: ComponentParts,
): Promise<Created> {
  const created = await (exists ? api.update('components', component) : api.create('components', component));
  let part: 'workload' | 'run' = 'workload';
  try {
    if (workload) await api.create('workloads', workload);
    part = 'run';
    if (run) await api.create('workflowruns', run);
    return {component: created};
  } catch (cause) {
    const error = cause instanceof Error ? cause : new Error(`The ${part} was refused`, {cause});
    return {component: created, failed: {part, error}};
  }
}
