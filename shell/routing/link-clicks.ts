import type {Dispose} from '@openchoreo/portal-contract';

/**
 * Calls back for clicks on links that lead inside the portal, wherever the link stands, also inside shadow roots.
 * What a person does to open a link elsewhere (modifier keys, other buttons, `target`, `download`) is left alone, and
 * so are links to a place in the same page and to what the server answers itself.
 */
export function followLinks(go: (url: URL) => void): Dispose {
  const onClick = (event: MouseEvent): void => {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement);
    if (!link?.href || link.hasAttribute('download') || (link.target && link.target !== '_self')) return;
    const url = new URL(link.href);
    if (url.origin !== location.origin || isServed(url.pathname)) return;
    if (url.hash && url.pathname === location.pathname && url.search === location.search) return;
    event.preventDefault();
    go(url);
  };
  addEventListener('click', onClick);
  return () => removeEventListener('click', onClick);
}

/** Addresses that are the gateway's own and no pages of the portal. */
function isServed(path: string): boolean {
  return /^\/(api|auth|assets|m|embed|idp)\//.test(path);
}
