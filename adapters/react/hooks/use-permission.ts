import type {Permission, Scope} from '@openchoreo/portal-contract';
import {useMemo} from 'react';
import {usePortal} from '../portal-context.ts';
import {useStore} from './use-store.ts';

/** Whether the user may, in the scope (default: the current selection). `undefined` while it is being asked. */
export function usePermission(action: Permission, scope?: Scope): boolean | undefined {
  const {permissions} = usePortal('usePermission()').host;
  const asked = scope && JSON.stringify(scope);
  const answer = useMemo(
    () => permissions.watch(action, asked === undefined ? undefined : (JSON.parse(asked) as Scope)),
    [permissions, action, asked],
  );
  return useStore(answer);
}
