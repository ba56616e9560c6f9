import {changeScope, type GlobalState} from '@openchoreo/portal-contract';
import type {Navigator} from '../routing/navigator.ts';
import {moveAddress, readAddress, writeAddress} from '../routing/address.ts';

/** Links of embedded elements lead to the portal. What goes there by itself does so beside the page, which stays. */
export function createEmbedNavigation(
  portal: string,
  state: Pick<GlobalState, 'selection' | 'perspective'>,
  open: (url: string) => unknown = (url) => window.open(url, '_blank', 'noopener'),
): Pick<Navigator, 'href' | 'go' | 'guard' | 'title'> {
  const toUrl: Navigator['href'] = (path, change = {}) => {
    const selection = {scope: state.selection.get(), perspective: state.perspective.get()};
    const here = readAddress(new URL('/', portal), () => selection);
    const there = moveAddress({...here, scope: changeScope(here.scope, change)}, path, change);
    return new URL(writeAddress(there), portal).href;
  };
  return {
    href: toUrl,
    go: (path, {select} = {}) => void open(toUrl(path, select)),
    guard: () => () => {},
    title() {},
  };
}
