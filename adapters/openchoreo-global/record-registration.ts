import type {ConsumerRegistration, Host} from '@openchoreo/portal-contract';

/**
 * Tells the gateway what was registered, so that later sessions know it without running the module. Only in the session
 * of somebody who may change modules; what was recorded already stays as it is. Never rejects.
 */
export async function recordRegistration(host: Host, registration: ConsumerRegistration): Promise<void> {
  try {
    if (!(await host.permissions.can('portalmodule:update', {}))) return;
    const path = `/api/portal/modules/${host.module.id}/registration` as const;
    await host.portal.request(path, {method: 'PUT', body: registration});
  } catch (error) {
    host.log.warn('What it registered could not be recorded:', error);
  }
}
