import type {PortalClient, ReadableStore, RoleReference, Session} from '@openchoreo/portal-contract';
import {atom} from 'nanostores';

/** An operator's look at the portal through a role. The gateway narrows what the session may do; this tab follows. */
export interface RoleView {
  /** The role that is looked through. */
  readonly viewed: ReadableStore<RoleReference | undefined>;
  /** Looks through the role; without one as oneself again. Rejects when the gateway refuses. */
  view(role?: RoleReference): Promise<void>;
  /** What the gateway says of it, another tab having changed it. */
  follow(role: RoleReference | undefined): void;
}

/** `onChange` asks anew for everything that depends on what one may do. */
export function createRoleView({viewAs}: Session, portal: PortalClient, onChange: () => void): RoleView {
  const $viewed = atom(viewAs);
  return {
    viewed: $viewed,
    async view(role) {
      await portal.request('/api/portal/view-as', role ? {method: 'PUT', body: role} : {method: 'DELETE'});
      $viewed.set(role);
      onChange();
    },
    follow: (role) => $viewed.set(role),
  };
}
