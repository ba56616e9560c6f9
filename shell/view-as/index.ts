import {defineElement} from '@openchoreo/portal-lit';
import {PortalViewAs} from './portal-view-as.ts';
import {PortalViewedRole} from './portal-viewed-role.ts';

/** Asks for the role to look at the portal with. */
export async function openViewAs(): Promise<void> {
  defineElement('portal-view-as', PortalViewAs);
  const here = document.querySelector<PortalViewAs>('portal-view-as') ?? new PortalViewAs();
  // Inside the frame, which hands it the services.
  if (!here.isConnected) document.querySelector('portal-app')?.append(here);
  await here.open();
}

/** Lets `<portal-viewed-role>` in the page draw itself. */
export function defineViewedRole(): void {
  defineElement('portal-viewed-role', PortalViewedRole);
}
