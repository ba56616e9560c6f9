import {defineElement} from '@openchoreo/portal-lit';
import {PortalPalette} from './portal-palette.ts';
import {PortalShortcuts} from './portal-shortcuts.ts';

/**
 * Opens the command palette over the page; open already, it gets the focus.
 * @param takeTyped gives what was typed meanwhile, and ends keeping it
 */
export async function openPalette(takeTyped: () => string): Promise<void> {
  defineElement('portal-palette', PortalPalette);
  const palette = await find<PortalPalette>('portal-palette');
  await palette.open(takeTyped);
}

/** Opens the list of keyboard shortcuts. */
export async function openShortcuts(): Promise<void> {
  defineElement('portal-shortcuts', PortalShortcuts);
  const shortcuts = await find<PortalShortcuts>('portal-shortcuts');
  await shortcuts.open();
}

/** The one element of the tag, inside the frame, which hands it the services: it is waited for by who is quicker. */
async function find<E extends HTMLElement>(tag: string): Promise<E> {
  await customElements.whenDefined('portal-app');
  const here = document.querySelector<E>(tag);
  if (here) return here;
  const made = document.createElement(tag) as E;
  document.querySelector('portal-app')?.append(made);
  return made;
}
