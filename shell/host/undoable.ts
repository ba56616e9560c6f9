import type {DisposableStack, ReadableStore} from '@openchoreo/portal-contract';

/** Lends things whose listeners are taken away again when the stack is disposed. */
export function undoable(undo: DisposableStack): {store<T>(store: ReadableStore<T>): ReadableStore<T>} {
  const lent = new WeakMap<ReadableStore<unknown>, ReadableStore<unknown>>();

  return {
    /** The same store lent twice is the same object. */
    store<T>(store: ReadableStore<T>): ReadableStore<T> {
      const before = lent.get(store) as ReadableStore<T> | undefined;
      if (before) return before;
      const own: ReadableStore<T> = {
        get: () => store.get(),
        subscribe: (listener) => undo.defer(store.subscribe((value) => listener(value))),
        listen: (listener) => undo.defer(store.listen((value) => listener(value))),
      };
      lent.set(store, own);
      return own;
    },
  };
}
