import {changeScope, readSelection, type ScopeChange, type Selection} from '@openchoreo/portal-contract';
import {writeSelection} from '../state/selection-query.ts';

/** Where the tab is. */
export interface Address extends Selection {
  /** Without a trailing slash. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly hash: string;
}

export type AddressFallback = () => Selection;

/** Reads an address; what it does not say of selection and perspective comes from the fallback. */
export function readAddress(url: URL, fallback: AddressFallback): Address {
  const path = url.pathname.replace(/(.)\/+$/, '$1');
  return {path, query: url.searchParams, hash: url.hash, ...readSelection(url.searchParams, fallback())};
}

/** The address in full: selection and perspective are always written, so that it can be shared as it is. */
export function writeAddress({path, query, hash, scope, perspective}: Address): string {
  const written = new URLSearchParams(query);
  writeSelection(written, scope, perspective);
  return `${path}?${written.toString()}${hash}`;
}

/** The address of another path with selection and perspective kept, but for what the path's own query or the change says. */
export function moveAddress(from: Address, path: string, change: ScopeChange = {}): Address {
  const url = new URL(path, 'http://portal.invalid');
  const to = readAddress(url, () => from);
  return {...to, scope: changeScope(changeScope(from.scope, to.scope === from.scope ? {} : to.scope), change)};
}
