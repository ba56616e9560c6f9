import {PortalError, type Host, type RouteLocation} from '@openchoreo/portal-contract';
import {createContext, useContext} from 'react';
import type {AskedPermissions} from './asked-permissions.ts';

/** What every component below a root of the portal can reach. A new object when any of it is another. */
export interface PortalValue {
  readonly host: Host;
  readonly location: RouteLocation;
  /** The element that the root is of. */
  readonly element: HTMLElement;
  /** Where it stands: the document, or the shadow root that its style sheets must reach. */
  readonly root: Document | ShadowRoot;
  readonly permissions: AskedPermissions;
  /** Says that the card itself tells when it is ready. */
  claimReady(): void;
}

export const PortalContext = createContext<PortalValue | undefined>(undefined);

/** What the portal gives to this component. Throws `REACT_ROOT_MISSING` outside the portal's roots and outside rendering. */
export function usePortal(hook: string): PortalValue {
  const value = readPortal();
  if (value === undefined) throw new PortalError('REACT_ROOT_MISSING', [hook]);
  return value;
}

/** The same, undefined where there is none. */
function readPortal(): PortalValue | undefined {
  try {
    // eslint-disable-next-line react-hooks/rules-of-hooks -- a context may be read conditionally; it is no state
    return useContext(PortalContext);
  } catch {
    // React has no component at work: somebody calls from an event handler, or from another copy of React.
    return undefined;
  }
}
