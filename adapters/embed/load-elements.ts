import {PortalError} from '@openchoreo/portal-contract';
import type {EmbeddedPortal} from './embed-options.ts';

/**
 * Defines the public elements of a portal's module in this page, as `<script type="module" src="…/embed/<module>.js">`
 * does: the code comes from the portal itself, so that it always fits it and only those get it who may. Rejects with
 * `MODULE_UNKNOWN` when the portal has no such module, or cannot be reached.
 */
export async function loadElements(
  portal: string,
  module: string,
  importFile: (url: string) => Promise<unknown> = (url) => import(/* @vite-ignore */ url),
): Promise<EmbeddedPortal> {
  const url = new URL(`/embed/${encodeURIComponent(module)}.js`, portal).href;
  try {
    return (await importFile(url)) as EmbeddedPortal;
  } catch (cause) {
    throw new PortalError('MODULE_UNKNOWN', [module], {cause});
  }
}
