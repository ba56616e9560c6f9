import type {Host} from '@openchoreo/portal-contract';
import type {QueryClient} from '@tanstack/query-core';
import {useQueryClient} from '@tanstack/react-query';
import {useMemo, useSyncExternalStore} from 'react';
import {usePortal} from '../portal-context.ts';
import {createGlobalStore} from './create-global-store.ts';
import type {GlobalState, GlobalStore} from './global-state.ts';

const stores = new WeakMap<Host, GlobalStore>();

/**
 * What is chosen in the portal, its lists, and the ways to change them; with a selector, what that picks. Renders again
 * when it changes.
 */
export function useGlobalStore(): GlobalState;
export function useGlobalStore<T>(selector: (state: GlobalState) => T): T;
export function useGlobalStore<T>(selector?: (state: GlobalState) => T): T | GlobalState {
  const {host} = usePortal('useGlobalStore()');
  return useGlobalStoreOf(toStore(host, useQueryClient()), selector);
}

/** The same of a store that the caller has: for what stands outside a module's own components. */
export function useGlobalStoreOf<T>(store: GlobalStore, selector?: (state: GlobalState) => T): T | GlobalState {
  const pick = useMemo(() => createPick(store, selector), [store, selector]);
  return useSyncExternalStore(store.subscribe, pick);
}

/** Selects once from each state: a selector that makes a new object each time would render for ever. */
function createPick<T>(store: GlobalStore, selector: ((state: GlobalState) => T) | undefined): () => T | GlobalState {
  let last: {readonly state: GlobalState; readonly picked: T | GlobalState} | undefined;
  return () => {
    const state = store.getState();
    if (last?.state !== state) last = {state, picked: selector ? selector(state) : state};
    return last.picked;
  };
}

function toStore(host: Host, queryClient: QueryClient): GlobalStore {
  const store = stores.get(host) ?? createGlobalStore(host, queryClient);
  stores.set(host, store);
  return store;
}
