import {mergeConditions, withoutConditions, type ConditionState} from '../engine/condition.ts';
import type {Finding, Look} from '../engine/controller.ts';
import {textAt, type JsonObject} from '../engine/json.ts';
import {toTimestamp} from '../engine/timestamp.ts';
import type {Connections} from './connections.ts';
import type {Obstacle} from './find-plane.ts';
import type {ResourcesState} from './judge-workload.ts';

export interface BindingReport {
  /** Why its release is not on the plane; absent when it is. */
  readonly synced?: Obstacle;
  readonly undeployed?: true;
  readonly connections?: Connections;
  readonly resources?: ResourcesState;
  readonly endpoints?: readonly JsonObject[];
  readonly memory: JsonObject;
}

/** A release binding's status as the platform words it. `Ready` repeats the first condition that is not true. */
export function reportBinding({resource, now}: Look, report: BindingReport): Finding {
  const {connections, endpoints = [], memory} = report;
  const parts = toParts(report);
  const obstacle = parts.find(({status}) => status === 'False');
  const ready: ConditionState = obstacle
    ? {...obstacle, type: 'Ready'}
    : {type: 'Ready', status: 'True', reason: 'Ready', message: 'ReleaseBinding is ready'};
  const changedAt = textAt(memory, 'changedAt');
  const kept = {
    ...resource,
    status: withoutConditions(resource.status, ...TYPES.filter((type) => !parts.some((part) => part.type === type))),
  };
  const status = {
    observedGeneration: resource.generation,
    ...(changedAt !== undefined && {lastSpecUpdateTime: toTimestamp(new Date(changedAt))}),
    conditions: mergeConditions(kept, [...parts, ready], now),
    endpoints,
    resolvedConnections: connections?.resolved ?? [],
    pendingConnections: connections?.pending ?? [],
  };
  return {status, memory};
}

const TYPES = ['ReleaseSynced', 'ConnectionsResolved', 'ResourceDependenciesReady', 'ResourcesReady'];

const NO_RESOURCES: ConditionState = {
  type: 'ResourceDependenciesReady',
  status: 'True',
  reason: 'NoResourceDependencies',
  message: 'No resource dependencies to resolve',
};

function toParts({synced, undeployed, connections, resources}: BindingReport): readonly ConditionState[] {
  if (synced) return [{type: 'ReleaseSynced', status: 'False', ...synced}];
  if (undeployed) {
    const state = {status: 'False', reason: 'ResourcesUndeployed', message: 'Its resources are undeployed'} as const;
    return [
      {type: 'ReleaseSynced', ...state},
      {type: 'ResourcesReady', ...state},
    ];
  }
  return [
    {type: 'ReleaseSynced', status: 'True', reason: 'ReleaseSynced', message: 'Release is up to date'},
    toConnectionsCondition(connections),
    NO_RESOURCES,
    ...(resources ? [toResourcesCondition(resources)] : []),
  ];
}

function toResourcesCondition({ready, reason, message}: ResourcesState): ConditionState {
  return {type: 'ResourcesReady', status: ready ? 'True' : 'False', reason, message};
}

function toConnectionsCondition(connections: Connections | undefined): ConditionState {
  const {resolved = [], pending = []} = connections ?? {};
  const type = 'ConnectionsResolved';
  const [first] = pending;
  if (first) {
    const count = `${pending.length} of ${pending.length + resolved.length} connections pending`;
    const message = `${count}: ${textAt(first, 'reason') ?? ''}`;
    return {type, status: 'False', reason: 'ConnectionsPending', message};
  }
  if (resolved.length > 0) {
    const message = `All ${resolved.length} connections are resolved`;
    return {type, status: 'True', reason: 'AllConnectionsResolved', message};
  }
  return {type, status: 'True', reason: 'NoConnections', message: 'No connections to resolve'};
}
