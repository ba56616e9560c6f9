import {useSyncExternalStore} from 'react';

/** Code that is fetched when it is first needed, once for the whole page. */
export interface LateParts<T> {
  /** In a component: undefined until it is there. Throws what kept it from coming; the next use tries again. */
  use(): T | undefined;
}

export function lateParts<T>(load: () => Promise<T>): LateParts<T> {
  let parts: T | undefined;
  let fault: {readonly error: unknown} | undefined;
  let isLoading = false;
  const listeners = new Set<() => void>();
  const tell = (): void => {
    isLoading = false;
    for (const listener of [...listeners]) listener();
  };

  const start = (): void => {
    if (isLoading || parts !== undefined) return;
    isLoading = true;
    fault = undefined;
    load().then(
      (loaded) => {
        parts = loaded;
        tell();
      },
      (error: unknown) => {
        fault = {error};
        tell();
      },
    );
  };
  const subscribe = (listener: () => void): (() => void) => {
    listeners.add(listener);
    start();
    return () => void listeners.delete(listener);
  };
  const read = (): T | typeof fault => parts ?? fault;

  return {
    use() {
      useSyncExternalStore(subscribe, read, read);
      if (fault) throw fault.error;
      return parts;
    },
  };
}
