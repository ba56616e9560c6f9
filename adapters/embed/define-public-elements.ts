import {PortalError} from '@openchoreo/portal-contract';
import {createEmbedElement, type PublicTag} from './embed-element.ts';
import type {Embedder} from './embedder.ts';

export interface PublicModule {
  readonly id: string;
  readonly elements: readonly PublicTag[];
}

/**
 * Defines the public elements of a module. A second script with the same ones changes nothing. A tag that other code of
 * the page has taken stays theirs, and the console says so.
 */
export function definePublicElements(
  embedder: Embedder,
  styles: CSSStyleSheet,
  {id, elements}: PublicModule,
  registry = customElements,
  log: Pick<Console, 'error'> = console,
): void {
  for (const element of elements) {
    const holder = registry.get(element.tag) as {readonly embedder?: Embedder} | undefined;
    if (holder === undefined) registry.define(element.tag, createEmbedElement(embedder, styles, id, element));
    else if (holder.embedder?.portal !== embedder.portal) log.error(new PortalError('ELEMENT_TAKEN', [element.tag]));
  }
}
