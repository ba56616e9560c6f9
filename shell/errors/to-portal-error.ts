import {PortalError} from '@openchoreo/portal-contract';

/** What was thrown, if it is the portal's own error already; otherwise the one that names it, with it as the cause. */
export function toPortalError(thrown: unknown, name: (cause: unknown) => PortalError): PortalError {
  return isPortalError(thrown) ? thrown : name(thrown);
}

export function isPortalError(value: unknown): value is PortalError {
  return value instanceof PortalError;
}
