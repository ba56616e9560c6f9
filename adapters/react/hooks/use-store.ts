import type {ReadableStore} from '@openchoreo/portal-contract';
import {useSyncExternalStore} from 'react';

/** The store's value; renders again when it changes. Give the same store each time: `useMemo` one that is made. */
export function useStore<T>(store: ReadableStore<T>): T {
  return useSyncExternalStore(store.listen, store.get);
}
