import type {Conditioned, Resource} from '@openchoreo/portal-contract';
import {STATUS_KEYS, type StatusKey, type StatusTone, toResourceStatus} from './resource-status.ts';

export interface StatusCount {
  readonly key: StatusKey;
  readonly tone: StatusTone;
  readonly count: number;
}

/** How many are in each state that occurs, in the order in which states are listed everywhere. */
export function countByStatus(resources: readonly Resource<unknown, Conditioned>[]): readonly StatusCount[] {
  const counts = new Map<StatusKey, StatusCount>();
  for (const resource of resources) {
    const {key, tone} = toResourceStatus(resource);
    counts.set(key, {key, tone, count: (counts.get(key)?.count ?? 0) + 1});
  }
  return STATUS_KEYS.flatMap((key) => counts.get(key) ?? []);
}
