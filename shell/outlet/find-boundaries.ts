import {PortalBoundary} from './portal-boundary.ts';

/** The boundaries of a module's parts in the page, those inside other elements' shadow roots, too. */
export function findBoundaries(root: ParentNode, module: string): readonly PortalBoundary[] {
  return [...root.querySelectorAll('*')].flatMap((element) => [
    ...(element instanceof PortalBoundary && element.module === module ? [element] : []),
    ...(element.shadowRoot ? findBoundaries(element.shadowRoot, module) : []),
  ]);
}
