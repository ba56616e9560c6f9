import type {ModuleStoreId, ModuleStores, ReadableStore} from '@openchoreo/portal-contract';
import {useMemo} from 'react';
import {usePortal} from '../portal-context.ts';
import {useStore} from './use-store.ts';

type Values<M extends ModuleStoreId> = Readonly<Partial<ModuleStores[M]>>;

/**
 * What the store of a module holds: of the component's own, or of one its manifest depends on, which is activated by it.
 * Without fields while the owner is not active. Throws `STORE_DENIED` for any other module.
 */
export function useModuleStore<M extends ModuleStoreId>(module: M): Values<M> {
  const {stores} = usePortal('useModuleStore()').host;
  const store: ReadableStore<Values<M>> = useMemo(() => stores.get(module), [stores, module]);
  return useStore(store);
}
