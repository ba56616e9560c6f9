import {useGlobalStoreOf, type GlobalState, type GlobalStore} from '@openchoreo/portal-react';

/** A hook with and without a selector, and the store itself beside. */
export interface UseGlobalStore extends GlobalStore {
  (): GlobalState;
  <T>(selector: (state: GlobalState) => T): T;
}

/** `useGlobalStore` as consumers know it, over the store of the activation that is current when it is used. */
export function createUseGlobalStore(current: () => GlobalStore): UseGlobalStore {
  const useGlobalStore = <T>(selector?: (state: GlobalState) => T): T | GlobalState =>
    useGlobalStoreOf(current(), selector);
  return Object.assign(useGlobalStore as UseGlobalStore, {
    getState: () => current().getState(),
    setState: (change: Parameters<GlobalStore['setState']>[0]) => current().setState(change),
    subscribe: (listener: Parameters<GlobalStore['subscribe']>[0]) => current().subscribe(listener),
  });
}
