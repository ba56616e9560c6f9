import {
  PortalError,
  type DisposableStack,
  type Logger,
  type ModuleManifest,
  type ReadableStore,
  type StoreDefinition,
  type Stores,
} from '@openchoreo/portal-contract';
import {atom, type WritableAtom} from 'nanostores';
import type {SendRequest} from '../data/request.ts';

export type FieldValues = Readonly<Record<string, unknown>>;

/** The store of an active module, as its owner and the server see it. */
export interface OpenStore {
  /** Changes fields, all of them or none. */
  change(change: FieldValues): void;
  /** What is kept was changed by another tab or, without `writer`, perhaps by any: it is read again. */
  follow(writer?: string): void;
}

export interface ModuleStores {
  /** Opens the module's own store, with what was kept for the person, and lends it those it may read. */
  forModule(module: ModuleUnderActivation): Promise<Stores>;
  /** What the server keeps has changed: of the module by the writer or, without them, perhaps of any. */
  follow(change?: {readonly module: string; readonly writer: string}): void;
}

export interface ModuleUnderActivation {
  readonly manifest: ModuleManifest;
  readonly fields: StoreDefinition | undefined;
  readonly undo: DisposableStack;
  readonly log: Logger;
}

export interface ModuleStoresOptions {
  readonly send: SendRequest;
  readonly activate: (module: string) => Promise<unknown>;
  readonly report: (module: string, error: unknown) => void;
  /** Milliseconds that changes are gathered before they are kept. */
  readonly delay?: number;
}

/** Nobody's values: what a store holds while its owner is not active. */
const NONE: FieldValues = Object.freeze({});

/** The stores of all modules of this tab. What an open one needs is fetched with the first module that has one. */
export function createModuleStores({send, activate, report, delay}: ModuleStoresOptions): ModuleStores {
  const values = new Map<string, WritableAtom<FieldValues>>();
  const open = new Map<string, OpenStore>();

  function valuesOf(module: string): WritableAtom<FieldValues> {
    const $values = values.get(module) ?? atom<FieldValues>(NONE);
    values.set(module, $values);
    return $values;
  }

  async function openOwn({manifest: {id}, fields, undo, log}: ModuleUnderActivation): Promise<OpenStore | undefined> {
    if (fields === undefined) return undefined;
    const {openStore} = await import('./open-store.ts');
    const $values = valuesOf(id);
    undo.defer(() => $values.set(NONE));
    const store = await openStore({module: id, fields, $values, undo, send, log, delay});
    open.set(id, store);
    undo.defer(() => void open.delete(id));
    return store;
  }

  return {
    async forModule(module) {
      const {id, dependencies} = module.manifest;
      const own = await openOwn(module);
      const readable = new Set([id, ...Object.keys({...dependencies?.modules, ...dependencies?.optional})]);
      const read = (owner: string): WritableAtom<FieldValues> => {
        if (readable.has(owner)) return valuesOf(owner);
        throw new PortalError('STORE_DENIED', [id, 'read', owner]);
      };
      const wake = async (owner: string): Promise<void> => {
        if (owner !== id && !open.has(owner)) await activate(owner);
        if (!open.has(owner)) throw new PortalError('STORE_UNKNOWN', [owner]);
      };
      const stores = {
        get(owner: string): ReadableStore<FieldValues> {
          const $values = read(owner);
          void wake(owner).catch((error: unknown) => report(id, error));
          return $values;
        },
        async load(owner: string): Promise<ReadableStore<FieldValues>> {
          const $values = read(owner);
          await wake(owner);
          return $values;
        },
        set(owner: string, change: FieldValues): void {
          if (owner !== id) throw new PortalError('STORE_DENIED', [id, 'write', owner]);
          if (!own || open.get(id) !== own) throw new PortalError('STORE_UNKNOWN', [id]);
          own.change(change);
        },
      };
      // What a store holds is typed for those who use it, by what its owner declares.
      return stores as unknown as Stores;
    },
    follow(change) {
      for (const [id, store] of open) if (!change || change.module === id) store.follow(change?.writer);
    },
  };
}
