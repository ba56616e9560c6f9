import {PortalError, type ErrorCode} from '@openchoreo/portal-contract';

/** Whether it is one of the portal's own errors; with a code, that one. */
export function isPortalError(error: unknown, code?: ErrorCode): error is PortalError {
  return error instanceof PortalError && (code === undefined || error.code === code);
}
