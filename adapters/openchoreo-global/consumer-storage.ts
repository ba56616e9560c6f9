import type {Host, StoreDefinition} from '@openchoreo/portal-contract';

/** JSON that the portal keeps for the person, the same in all their tabs: 32 KiB in all. */
export interface ConsumerStorage {
  get(key: string): unknown;
  set(key: string, value: unknown): void;
  remove(key: string): void;
}

const KEPT = 'storage';

/** What the module of a consumer declares as its store. */
export const STORAGE_STORE: StoreDefinition = {
  [KEPT]: {
    schema: {'~standard': {version: 1, vendor: 'openchoreo', validate: (value) => ({value})}},
    initial: {},
    persist: 'user',
  },
};

type Kept = Readonly<Record<string, unknown>>;

export function createConsumerStorage(host: Host): ConsumerStorage {
  const stores = host.stores as unknown as {
    get(module: string): {get(): Readonly<Record<string, unknown>>};
    set(module: string, change: Readonly<Record<string, unknown>>): void;
  };
  const {id} = host.module;
  const read = (): Kept => (stores.get(id).get()[KEPT] ?? {}) as Kept;

  return {
    get: (key) => (Object.hasOwn(read(), key) ? read()[key] : undefined),
    set(key, value) {
      stores.set(id, {[KEPT]: {...read(), [key]: value}});
    },
    remove(key) {
      const rest = Object.entries(read()).filter(([name]) => name !== key);
      stores.set(id, {[KEPT]: Object.fromEntries(rest)});
    },
  };
}
