import type {Permission, Scope} from '@openchoreo/portal-contract';
import type {ReactNode} from 'react';
import {usePermission} from './use-permission.ts';

export interface GatedProps {
  readonly permission: Permission;
  /** Default: the current selection. */
  readonly scope?: Scope;
  /** Shown when the user may not. */
  readonly denied?: ReactNode;
  /** Shown while it is being asked. */
  readonly pending?: ReactNode;
  readonly children?: ReactNode;
}

/** Shows its children only to those who hold a permission. Courtesy, not protection: the gateway enforces the same. */
export function Gated({permission, scope, denied, pending, children}: GatedProps): ReactNode {
  const allowed = usePermission(permission, scope);
  if (allowed === undefined) return pending;
  return allowed ? children : denied;
}
