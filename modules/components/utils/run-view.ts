import type {WorkflowRun} from '@openchoreo/portal-contract';
import type {StatusTone} from './resource-status.ts';

/** How a run of a workflow, or a step of it, is doing. */
export type RunState = keyof typeof RUN_TONES;

export const RUN_TONES = {
  pending: 'neutral',
  running: 'info',
  succeeded: 'success',
  failed: 'danger',
  error: 'danger',
  skipped: 'neutral',
} as const satisfies Record<string, StatusTone>;

export interface RunView {
  readonly name: string;
  readonly state: RunState;
  /** Why it waits or what failed, as the platform says; empty where nothing is to be said. */
  readonly message: string;
  readonly createdAt: string;
  readonly startedAt: string | undefined;
  readonly completedAt: string | undefined;
  readonly steps: readonly RunStep[];
}

export interface RunStep {
  readonly name: string;
  readonly state: RunState;
  readonly message: string;
  readonly startedAt: string | undefined;
  readonly completedAt: string | undefined;
}

/** Reads the conditions as the platform's own `/status` does, which would be a request for each run. */
export function toRunView({metadata, status}: WorkflowRun): RunView {
  const completed = status?.conditions?.find(({type}) => type === 'WorkflowCompleted');
  const state = toState(completed, status?.startedAt);
  const isQuiet = state === 'succeeded' || state === 'running' || (state === 'pending' && !completed);
  return {
    name: metadata.name,
    state,
    message: isQuiet ? '' : (completed?.message ?? ''),
    createdAt: metadata.creationTimestamp ?? '',
    startedAt: status?.startedAt,
    completedAt: status?.completedAt,
    steps: (status?.tasks ?? []).map(({name, phase, message = '', startedAt, completedAt}) => ({
      ...{name, message, startedAt, completedAt},
      state: toStepState(phase),
    })),
  };
}

/** Whether something about it may still change by itself. */
export function isUnderWay({state}: Pick<RunView, 'state'>): boolean {
  return state === 'pending' || state === 'running';
}

/** Newest first; of the same second, by name. */
export function toRunViews(runs: readonly WorkflowRun[]): readonly RunView[] {
  return runs.map(toRunView).toSorted((a, b) => b.createdAt.localeCompare(a.createdAt) || b.name.localeCompare(a.name));
}

function toState(
  completed: {readonly status: string; readonly reason: string} | undefined,
  startedAt: string | undefined,
): RunState {
  if (completed?.status === 'True') return completed.reason === 'WorkflowSucceeded' ? 'succeeded' : 'failed';
  if (completed && completed.reason !== 'WorkflowPending') return 'error';
  return startedAt === undefined ? 'pending' : 'running';
}

function toStepState(phase = 'Pending'): RunState {
  const state = phase.toLowerCase();
  return state in RUN_TONES ? (state as RunState) : 'pending';
}
