import type {ConsumerRegistration, Host} from '@openchoreo/portal-contract';

/**
 * Tells the gateway what was registered, so that later sessions know it without running the module. Only in the session
 * of somebody who may change modules; what was recorded already stays as it is.
 */
export function recordRegistration(host: Host, registration: ConsumerRegistration): void {
  if (!host.permissions.has('portalmodule:update')) return;
  const path = `/api/portal/modules/${host.module.id}/registration` as const;
  host.portal
    .request(path, {method: 'PUT', body: registration})
    .catch((error: unknown) => host.log.warn('What it registered could not be recorded:', error));
}
