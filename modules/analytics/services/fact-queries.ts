import {
  type Component,
  type ComponentRelease,
  type DataPlane,
  type Environment,
  listQuery,
  type OpenChoreoClient,
  type OpenChoreoQuery,
  type Project,
  type ReleaseBinding,
  type Scope,
  type Workload,
} from '@openchoreo/portal-contract';
import type {
  ComponentFacts,
  DeploymentFacts,
  EnvironmentFacts,
  PlaneFacts,
  ProjectFacts,
  ReleaseFacts,
  WorkloadFacts,
} from '../types/facts.ts';
import {
  toComponentFacts,
  toDeploymentFacts,
  toEnvironmentFacts,
  toPlaneFacts,
  toProjectFacts,
  toReleaseFacts,
  toWorkloadFacts,
} from './to-facts.ts';

/** How long figures count as fresh: who comes back within it is shown the same ones without asking the platform. */
const STALE_TIME = 5 * 60 * 1000;

export interface FactSource {
  readonly api: OpenChoreoClient;
  readonly scope: Scope;
  /** Milliseconds between two readings while somebody looks; false: not by itself. */
  readonly refetchInterval: number | false;
}

/** A question to the platform, and what its answer comes to. */
export interface FactQuery<Q, T> extends OpenChoreoQuery<Q> {
  readonly staleTime: number;
  readonly refetchInterval: number | false;
  readonly select: (data: Q) => T;
}

// The keys are the contract's, so that what another module has fetched or changed is not fetched twice or shown old. The
// selecting functions stay the same from call to call: what they make of an answer is made once.

export function componentFacts(source: FactSource): FactQuery<readonly Component[], readonly ComponentFacts[]> {
  return {...listQuery(source.api, 'components', source.scope), ...timing(source), select: toComponents};
}

export function projectFacts(source: FactSource): FactQuery<readonly Project[], readonly ProjectFacts[]> {
  return {...listQuery(source.api, 'projects', source.scope), ...timing(source), select: toProjects};
}

export function workloadFacts(source: FactSource): FactQuery<readonly Workload[], readonly WorkloadFacts[]> {
  return {...listQuery(source.api, 'workloads', withoutComponent(source)), ...timing(source), select: toWorkloads};
}

/** Of a component, where the scope names one. */
export function releaseFacts(source: FactSource): FactQuery<readonly ComponentRelease[], readonly ReleaseFacts[]> {
  return {...listQuery(source.api, 'componentreleases', source.scope), ...timing(source), select: toReleases};
}

/** Of a component or of the whole namespace: the platform narrows them by nothing else. */
export function deploymentFacts(source: FactSource): FactQuery<readonly ReleaseBinding[], readonly DeploymentFacts[]> {
  const {namespace, component} = source.scope;
  const scope = {...(namespace && {namespace}), ...(component && {component})};
  return {...listQuery(source.api, 'releasebindings', scope), ...timing(source), select: toDeployments};
}

export function environmentFacts(source: FactSource): FactQuery<readonly Environment[], readonly EnvironmentFacts[]> {
  return {...listQuery(source.api, 'environments', source.scope), ...timing(source), select: toEnvironments};
}

export function planeFacts(source: FactSource): FactQuery<readonly DataPlane[], readonly PlaneFacts[]> {
  return {...listQuery(source.api, 'dataplanes', source.scope), ...timing(source), select: toPlanes};
}

export function clusterPlaneFacts(source: FactSource): FactQuery<readonly DataPlane[], readonly PlaneFacts[]> {
  return {...listQuery(source.api, 'clusterdataplanes', source.scope), ...timing(source), select: toClusterPlanes};
}

const toComponents = (list: readonly unknown[]): readonly ComponentFacts[] => list.map(toComponentFacts);
const toProjects = (list: readonly unknown[]): readonly ProjectFacts[] => list.map(toProjectFacts);
const toWorkloads = (list: readonly unknown[]): readonly WorkloadFacts[] => list.map(toWorkloadFacts);
const toReleases = (list: readonly unknown[]): readonly ReleaseFacts[] => list.map(toReleaseFacts);
const toDeployments = (list: readonly unknown[]): readonly DeploymentFacts[] =>
  list.flatMap((binding) => toDeploymentFacts(binding) ?? []);
const toEnvironments = (list: readonly unknown[]): readonly EnvironmentFacts[] => list.map(toEnvironmentFacts);
const toPlanes = (list: readonly unknown[]): readonly PlaneFacts[] =>
  list.map((plane) => toPlaneFacts(plane, 'DataPlane'));
const toClusterPlanes = (list: readonly unknown[]): readonly PlaneFacts[] =>
  list.map((plane) => toPlaneFacts(plane, 'ClusterDataPlane'));

function timing({refetchInterval}: FactSource): {staleTime: number; refetchInterval: number | false} {
  return {staleTime: STALE_TIME, refetchInterval};
}

function withoutComponent({scope}: FactSource): Scope {
  const {namespace, project} = scope;
  return {...(namespace && {namespace}), ...(project && {project})};
}
