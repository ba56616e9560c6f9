import {DISPLAY_NAME} from '@openchoreo/portal-contract';
import type {
  ComponentFacts,
  DeploymentFacts,
  EnvironmentFacts,
  PlaneFacts,
  ProjectFacts,
  ReleaseFacts,
  State,
  WorkloadFacts,
} from '../types/facts.ts';
import {booleanAt, listAt, momentAt, textAt} from '../utils/read-value.ts';

// Of an answer only the names are checked before it gets here. What else an object does not say, or says in a shape
// nobody expects, is unknown; it never keeps the rest from being counted.

export function toComponentFacts(component: unknown): ComponentFacts {
  return {
    ...toCommonFacts(component),
    project: textAt(component, 'spec', 'owner', 'projectName'),
    type: textAt(component, 'spec', 'componentType', 'name'),
  };
}

export function toProjectFacts(project: unknown): ProjectFacts {
  return toCommonFacts(project);
}

export function toEnvironmentFacts(environment: unknown): EnvironmentFacts {
  const plane = textAt(environment, 'spec', 'dataPlaneRef', 'name');
  const kind = textAt(environment, 'spec', 'dataPlaneRef', 'kind') || 'DataPlane';
  return {
    ...toCommonFacts(environment),
    isProduction: booleanAt(environment, 'spec', 'isProduction') ?? false,
    plane: plane && `${kind}/${plane}`,
  };
}

/** `kind` comes from the list it was in: objects of a list need not repeat it. */
export function toPlaneFacts(plane: unknown, kind: 'DataPlane' | 'ClusterDataPlane'): PlaneFacts {
  const facts = toCommonFacts(plane);
  return {
    ...facts,
    id: `${kind}/${facts.name}`,
    isConnected: booleanAt(plane, 'status', 'agentConnection', 'connected'),
  };
}

/** Undefined for one that is taken back: the environment is not to run it any more. */
export function toDeploymentFacts(binding: unknown): DeploymentFacts | undefined {
  if (textAt(binding, 'spec', 'state') === 'Undeploy') return undefined;
  return {
    component: textAt(binding, 'spec', 'owner', 'componentName'),
    project: textAt(binding, 'spec', 'owner', 'projectName'),
    environment: textAt(binding, 'spec', 'environment'),
    release: textAt(binding, 'spec', 'releaseName'),
    state: toState(binding).state,
  };
}

export function toReleaseFacts(release: unknown): ReleaseFacts {
  return {name: textAt(release, 'metadata', 'name'), created: momentAt(release, 'metadata', 'creationTimestamp')};
}

export function toWorkloadFacts(workload: unknown): WorkloadFacts {
  return {
    component: textAt(workload, 'spec', 'owner', 'componentName'),
    image: textAt(workload, 'spec', 'container', 'image'),
  };
}

function toCommonFacts(resource: unknown): ProjectFacts {
  const name = textAt(resource, 'metadata', 'name');
  return {
    name,
    label: textAt(resource, 'metadata', 'annotations', DISPLAY_NAME) || name,
    created: momentAt(resource, 'metadata', 'creationTimestamp'),
    ...toState(resource),
  };
}

function toState(resource: unknown): {readonly state: State; readonly reason: string} {
  if (textAt(resource, 'metadata', 'deletionTimestamp')) return {state: 'deleting', reason: ''};
  const ready = listAt(resource, 'status', 'conditions').find((condition) => textAt(condition, 'type') === 'Ready');
  const status = textAt(ready, 'status');
  if (status === 'True') return {state: 'ready', reason: ''};
  return {state: status === 'False' ? 'not-ready' : 'pending', reason: textAt(ready, 'reason')};
}
