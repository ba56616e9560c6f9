import type {Dispose} from './dispose.ts';

/** A shared value that can be read and followed; a nanostores atom fits. */
export interface ReadableStore<T> {
  get(): T;
  /** Calls the listener at once and at every change. */
  subscribe(listener: (value: T) => void): Dispose;
  /** Calls the listener at every change from now on. */
  listen(listener: (value: T) => void): Dispose;
}
