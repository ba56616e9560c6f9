import type {ReadableStore} from '@openchoreo/portal-contract';

export interface TestStore<T> extends ReadableStore<T> {
  set(value: T): void;
  readonly listeners: number;
}

/** The smallest store that fits the contract, and how many listen to it. */
export function testStore<T>(initial: T): TestStore<T> {
  const listeners = new Set<(value: T) => void>();
  let value = initial;
  const listen: ReadableStore<T>['listen'] = (listener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  return {
    get: () => value,
    set: (next) => {
      value = next;
      for (const listener of listeners) listener(next);
    },
    listen,
    subscribe: (listener) => {
      listener(value);
      return listen(listener);
    },
    get listeners() {
      return listeners.size;
    },
  };
}
