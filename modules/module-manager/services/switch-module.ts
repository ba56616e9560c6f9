import {type PortalClient, PortalError} from '@openchoreo/portal-contract';

export interface SwitchOrder {
  readonly id: string;
  readonly enabled: boolean;
  /** Modules that need it go with it. Without this, the gateway refuses when there are any. */
  readonly dependents: boolean;
}

/** Enables or disables a module for everybody. */
export async function switchModule(portal: PortalClient, {id, ...body}: SwitchOrder): Promise<void> {
  await portal.request(`/api/portal/modules/${encodeURIComponent(id)}`, {method: 'PUT', body});
}

/** The modules that would go too, when that is why the gateway refused; otherwise `undefined`. */
export function toDependents(error: unknown): string | undefined {
  return error instanceof PortalError && error.code === 'MODULE_HAS_DEPENDENTS' ? error.values[1] : undefined;
}
