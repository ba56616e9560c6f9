import {at, isJsonObject, listAt, textAt, type JsonObject} from '../engine/json.ts';
import type {Resource} from '../engine/resource.ts';

/** How a run is doing in a word, and each of its steps. */
export function toRunStatus({status}: Resource): JsonObject {
  const steps = listAt(status, 'tasks')
    .filter(isJsonObject)
    .map(({name, phase, startedAt, completedAt}) => ({
      name,
      phase,
      ...(startedAt !== undefined && {startedAt}),
      ...(completedAt !== undefined && {finishedAt: completedAt}),
    }));
  return {status: toPhase(status), steps, hasLiveObservability: true};
}

type RunPhase = 'Pending' | 'Running' | 'Succeeded' | 'Failed' | 'Error';

function toPhase(status: JsonObject): RunPhase {
  const completed = conditionOf(status, 'WorkflowCompleted');
  if (textAt(completed, 'status') === 'True') {
    return textAt(completed, 'reason') === 'WorkflowSucceeded' ? 'Succeeded' : 'Failed';
  }
  if (completed && textAt(completed, 'reason') !== 'WorkflowPending') return 'Error';
  return at(status, 'startedAt') === undefined ? 'Pending' : 'Running';
}

function conditionOf(status: JsonObject, type: string): JsonObject | undefined {
  return listAt(status, 'conditions')
    .filter(isJsonObject)
    .find((condition) => condition['type'] === type);
}
