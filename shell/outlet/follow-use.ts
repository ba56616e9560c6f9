import type {Dispose} from '@openchoreo/portal-contract';
import {PortalBoundary} from './portal-boundary.ts';

/** Calls back with the module whose part of the page somebody clicks or types in. */
export function followUse(outlet: HTMLElement, onUse: (module: string) => void): Dispose {
  const tell = (event: Event): void => {
    for (const target of event.composedPath()) {
      if (!(target instanceof PortalBoundary) || target.module === '') continue;
      onUse(target.module);
      return;
    }
  };
  outlet.addEventListener('click', tell, true);
  outlet.addEventListener('keydown', tell, true);
  return () => {
    outlet.removeEventListener('click', tell, true);
    outlet.removeEventListener('keydown', tell, true);
  };
}
