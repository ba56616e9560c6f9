import {useLayoutEffect, useState} from 'react';
import {usePortal} from '../portal-context.ts';

/**
 * An element of its own for `createPortal`, after everything else where the component's style sheets apply: dialogs and
 * popovers in it look as they should, and are not cut off by what is around the component.
 */
export function usePortalContainer(): HTMLElement {
  const {root} = usePortal('usePortalContainer()');
  const [container] = useState(() => document.createElement('div'));
  useLayoutEffect(() => {
    (root instanceof Document ? root.body : root).append(container);
    return () => container.remove();
  }, [root, container]);
  return container;
}
