/** How long what the platform does takes, in milliseconds at a pace of 1. */
export const DURATION = {
  /** Until a rendered release is on its plane. */
  sync: 700,
  /** Until the pods of a release are ready, or known to fail. */
  rollout: 4000,
  /** Until what was deployed is gone. */
  removal: 1500,
  /** Until the namespace of a project is there. */
  namespace: 1500,
  /** Until the agent of a new plane has connected. */
  agent: 3000,
} as const;

/** The moment a memory speaks of, in milliseconds; now when it does not. */
export function toMoment(value: unknown, now: Date): number {
  return typeof value === 'string' ? Date.parse(value) : now.getTime();
}
