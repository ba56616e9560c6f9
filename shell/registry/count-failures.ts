import {PortalError, type ErrorCode} from '@openchoreo/portal-contract';
import {isPortalError} from '../errors/to-portal-error.ts';

/** The portal's own errors that are the module's fault; what has no code is something its code threw. */
const ITS_FAULT: ReadonlySet<ErrorCode> = new Set([
  'ACTIVATION_FAILED',
  'ACTIVATION_TIMEOUT',
  'EVENT_INVALID',
  'HOOK_FAILED',
  'PAGE_EXPORT_INVALID',
  'REACT_DUPLICATED',
  'REACT_ROOT_MISSING',
  'RENDER_FAILED',
]);

export interface FailureLimit {
  readonly failures: number;
  /** Milliseconds within which they count. */
  readonly within: number;
}

/**
 * Counts what goes wrong in each module and calls back when one keeps failing. The same error told twice counts once;
 * what is not the module's fault (the network, a missing permission) does not count. Afterwards it counts anew.
 */
export function createFailureCounter(
  {failures, within}: FailureLimit,
  onLimit: (module: string, error: PortalError<'MODULE_QUARANTINED'>) => void,
  now: () => number = Date.now,
): (module: string, error: unknown) => void {
  const times = new Map<string, number[]>();
  const seen = new WeakSet<object>();

  return (module, error) => {
    if (isPortalError(error) && !ITS_FAULT.has(error.code)) return;
    if (typeof error === 'object' && error !== null) {
      if (seen.has(error)) return;
      seen.add(error);
    }
    const at = now();
    const recent = [...(times.get(module) ?? []), at].filter((time) => time > at - within);
    times.set(module, recent);
    if (recent.length < failures) return;
    times.delete(module);
    onLimit(module, new PortalError('MODULE_QUARANTINED', [module, String(failures)], {cause: error}));
  };
}
