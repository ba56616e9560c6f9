import type {Permission} from '@openchoreo/portal-contract';
import {usePortal} from '../portal-context.ts';

/**
 * Whether the user may, in the current selection; false while it is being asked. May stand in conditions of a component
 * that renders, which renders again when the answer changes. In a handler ask `usePermission` before, or `host.permissions`.
 */
export function hasPermission(action: Permission): boolean {
  // eslint-disable-next-line react-hooks/rules-of-hooks -- reads a context, which React allows anywhere while it renders
  return usePortal('hasPermission()').permissions.has(action);
}
