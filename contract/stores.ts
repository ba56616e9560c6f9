import type {ReadableStore} from './store.ts';

/**
 * What modules' stores hold, by module id. Open: a module adds its line by declaration merging, best as
 * `StoreValues<typeof stores>`, so that it cannot differ from what the module declares.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- modules fill it
export interface ModuleStores {}

export type ModuleStoreId = Extract<keyof ModuleStores, string>;

/** Decides whether a value fits: every validator of the Standard Schema kind does, zod's for example. No promises. */
export interface StoreSchema<T = unknown> {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => StoreVerdict<T> | Promise<StoreVerdict<T>>;
  };
}

export type StoreVerdict<T> =
  | {readonly value: T; readonly issues?: undefined}
  | {
      readonly issues: readonly {
        readonly message: string;
        readonly path?: readonly (PropertyKey | {readonly key: PropertyKey})[] | undefined;
      }[];
    };

/** One value of a module's store. */
export interface StoreField<T = unknown> {
  readonly schema: StoreSchema<T>;
  readonly initial: T;
  /** `user`: JSON that the portal keeps for the person, the same in all their tabs. Default: gone with the tab. */
  readonly persist?: 'user';
}

export type StoreDefinition = Readonly<Record<string, StoreField>>;

/** What a store with these fields holds. */
export type StoreValues<S extends StoreDefinition> = {
  readonly [F in keyof S]: S[F] extends StoreField<infer T> ? T : never;
};

/** The fields a module declares: those its line in `ModuleStores` says, where it has one. */
export type StoresOf<M extends string> = M extends ModuleStoreId
  ? {readonly [F in keyof ModuleStores[M]]: StoreField<ModuleStores[M][F]>}
  : StoreDefinition;

/** The `stores` of a module's definition. Types only: it gives back what it was given. */
export function defineStores<T extends Readonly<Record<string, unknown>>>(fields: {
  // The schema says what the type is; the initial value has to fit.
  readonly [F in keyof T]: Omit<StoreField<T[F]>, 'initial'> & {readonly initial: NoInfer<T[F]>};
}): {readonly [F in keyof T]: StoreField<T[F]>} {
  return fields;
}

/**
 * The stores of modules, as one module may use them: its own, and those of modules that its manifest names under
 * `dependencies`. All others are refused with `STORE_DENIED`.
 *
 * `Whole` are the ids whose store is there as long as the module is active: its own and its required dependencies'.
 */
export interface Stores<Readable extends string = string, Whole extends string = never, Own extends string = string> {
  /**
   * The store of a module, to be read and followed. Asking activates the owner; until that is active, and after it was
   * deactivated, the store holds no field, so that `const {metrics} = stores.get('analytics').get()` is always right.
   */
  get<M extends ModuleStoreId & Readable>(
    module: M,
  ): ReadableStore<M extends Whole ? ModuleStores[M] : Readonly<Partial<ModuleStores[M]>>>;
  /** The same store once its owner is active. Rejects with what kept the owner from it. */
  load<M extends ModuleStoreId & Readable>(module: M): Promise<ReadableStore<ModuleStores[M]>>;
  /**
   * Changes fields of the module's own store, all of them or none. Throws `STORE_INVALID` with every fault,
   * `STORE_TOO_LARGE` when what is to be kept takes more than 32 KiB, `STORE_UNKNOWN` when there is no such store
   * (any more).
   */
  set<M extends ModuleStoreId & Own>(module: M, change: Readonly<Partial<ModuleStores[M]>>): void;
}
