import type {Dispose} from '@openchoreo/portal-contract';
import {PortalBoundary} from './portal-boundary.ts';

/** Calls back with the module whose part of the page somebody clicks or types in. */
export function followUse(outlet: HTMLElement, onUse: (module: string) => void): Dispose {
  const tell = (event: Event): void => {
    const boundary = event.composedPath().find((target) => target instanceof PortalBoundary && target.module !== '');
    if (boundary) onUse((boundary as PortalBoundary).module);
  };
  outlet.addEventListener('click', tell, true);
  outlet.addEventListener('keydown', tell, true);
  return () => {
    outlet.removeEventListener('click', tell, true);
    outlet.removeEventListener('keydown', tell, true);
  };
}
