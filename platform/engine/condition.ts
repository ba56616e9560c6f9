import {isJsonObject, listAt, textAt, type Json, type JsonObject} from './json.ts';
import type {Resource} from './resource.ts';
import {toTimestamp} from './timestamp.ts';

export interface ConditionState {
  readonly type: string;
  readonly status: 'True' | 'False' | 'Unknown';
  readonly reason: string;
  readonly message: string;
}

/** The object's conditions with these in place. `lastTransitionTime` moves only when a condition's status does. */
export function mergeConditions(resource: Resource, states: readonly ConditionState[], now: Date): readonly Json[] {
  const before = listAt(resource.status, 'conditions').filter(isJsonObject);
  const merged = states.map((state) => {
    const previous = before.find(({type}) => type === state.type);
    const lastTransitionTime =
      previous?.['status'] === state.status && typeof previous['lastTransitionTime'] === 'string'
        ? previous['lastTransitionTime']
        : toTimestamp(now);
    return {...state, lastTransitionTime, observedGeneration: resource.generation};
  });
  const kept = before.filter(({type}) => !states.some((state) => state.type === type));
  return [...kept, ...merged];
}

/** Conditions that no longer apply, such as of a deletion that was blocked, are left out. */
export function withoutConditions(status: JsonObject, ...types: readonly string[]): JsonObject {
  const kept = listAt(status, 'conditions').filter((condition) => !types.includes(textAt(condition, 'type') ?? ''));
  return {...status, conditions: kept};
}

export function ready(reason: string, message: string): ConditionState {
  return {type: 'Ready', status: 'True', reason, message};
}

export function notReady(reason: string, message: string): ConditionState {
  return {type: 'Ready', status: 'False', reason, message};
}
