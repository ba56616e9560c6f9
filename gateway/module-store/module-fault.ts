import {toFaultText, type ErrorCode, type Fault, type PortalError} from '@openchoreo/portal-contract';

/** Why a module cannot be taken. */
export interface ModuleRefusal {
  /** As far as they can be read. */
  readonly id?: string | undefined;
  readonly version?: string | undefined;
  readonly problem: {readonly code: ErrorCode; readonly detail: string; readonly faults?: readonly string[]};
  /** It may be a copy that is still being written. */
  readonly isIncomplete: boolean;
}

export function refuseFor(
  error: PortalError,
  rest: Pick<ModuleRefusal, 'id' | 'version'> & {faults?: readonly Fault[]; isIncomplete?: boolean} = {},
): ModuleRefusal {
  const {faults, id, version, isIncomplete = false} = rest;
  const lines = faults && {faults: faults.map((fault) => toFaultText([fault]))};
  return {id, version, problem: {code: error.code, detail: error.message, ...lines}, isIncomplete};
}
