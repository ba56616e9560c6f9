import type {Host, ModuleConfig} from '@openchoreo/portal-contract';
import {usePortal} from '../portal-context.ts';

/**
 * The host of the module that the component is of. `useHost<typeof config>()` is that of the module with that config.
 * Throws `REACT_ROOT_MISSING` in a component that the portal does not render.
 */
export function useHost<M extends ModuleConfig = ModuleConfig>(): Host<M> {
  // The context carries the host of whichever module the component stands in: that of its config, says its author.
  return usePortal('useHost()').host as unknown as Host<M>;
}
