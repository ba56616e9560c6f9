import type {ReleaseBinding} from './deployment-types.ts';
import type {DeploymentPipeline} from './types.ts';

/** How a deployment is doing, as every view of it says. */
export type DeploymentState = 'ready' | 'suspended' | 'progressing' | 'undeployed' | 'failed' | 'pending';

/** Reasons of `Ready=False` that will pass by themselves. Any other is a failure somebody has to look at. */
const PASSING: ReadonlySet<string> = new Set([
  'ReleaseSynced',
  'ResourceDependenciesPending',
  'ResourcesNotReady',
  'ResourcesProgressing',
  'JobRunning',
  'ConnectionsPending',
  'ResourcesUnknown',
  'ProjectReleaseNotSet',
  'NamespaceProgressing',
]);

/** Reads the conditions of a binding of a release or of a project. Without any, nobody has looked at it yet. */
export function toDeploymentState({status}: Pick<ReleaseBinding, 'status'>): DeploymentState {
  const conditions = status?.conditions ?? [];
  const ready = conditions.find(({type}) => type === 'Ready');
  if (!ready) return 'pending';
  if (ready.status === 'True') {
    const resources = conditions.find(({type}) => type === 'ResourcesReady');
    return resources?.reason === 'ReadyWithSuspendedResources' ? 'suspended' : 'ready';
  }
  if (ready.reason === 'ResourcesUndeployed') return 'undeployed';
  return PASSING.has(ready.reason) ? 'progressing' : 'failed';
}

/** A pipeline's environments in the order software goes through them, and where each is promoted to. */
export interface PipelineStage {
  readonly environment: string;
  readonly targets: readonly string[];
}

/** Sources come before their targets; a path in circles is followed once. */
export function toStages(pipeline: DeploymentPipeline): readonly PipelineStage[] {
  const targets = new Map<string, string[]>();
  for (const {sourceEnvironmentRef, targetEnvironmentRefs} of pipeline.spec?.promotionPaths ?? []) {
    const known = targets.get(sourceEnvironmentRef.name) ?? [];
    targets.set(sourceEnvironmentRef.name, [...known, ...targetEnvironmentRefs.map(({name}) => name)]);
  }
  const reached = new Set([...targets.values()].flat());
  const order = new Set([...targets.keys()].filter((name) => !reached.has(name)));
  // A set is walked in the order things were added, those added on the way included: breadth first.
  for (const name of order) for (const next of targets.get(name) ?? []) order.add(next);
  for (const name of targets.keys()) order.add(name);
  return [...order].map((environment) => ({environment, targets: [...new Set(targets.get(environment))]}));
}
