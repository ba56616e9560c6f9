import type {Component, OpenChoreoClient, Workload} from '@openchoreo/portal-contract';

export interface Created {
  readonly component: Component;
  /** Why the workload could not be made, although the component could. */
  readonly workloadError?: Error;
}

/**
 * Makes the component, then its workload. The platform has no transaction over both: when only the second fails, the
 * component stays and the answer says so.
 */
export async function createComponent(
  api: OpenChoreoClient,
  component: Component,
  workload: Workload | undefined,
): Promise<Created> {
  const created = await api.create('components', component);
  if (!workload) return {component: created};
  try {
    await api.create('workloads', workload);
    return {component: created};
  } catch (cause) {
    const workloadError = cause instanceof Error ? cause : new Error('The workload was refused', {cause});
    return {component: created, workloadError};
  }
}
