import type {Dispose, ReadableStore} from '@openchoreo/portal-contract';
import type {ReactiveController, ReactiveControllerHost} from 'lit';

/**
 * Renders the element again when the store changes. The getter is called each time the element enters the page;
 * `value` can be read from then on.
 */
export class StoreController<T> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #getStore: () => ReadableStore<T>;
  #store: ReadableStore<T> | undefined;
  #stop: Dispose | undefined;

  constructor(host: ReactiveControllerHost, getStore: () => ReadableStore<T>) {
    this.#host = host;
    this.#getStore = getStore;
    host.addController(this);
  }

  get value(): T {
    this.#store ??= this.#getStore();
    return this.#store.get();
  }

  hostConnected(): void {
    this.#store = this.#getStore();
    this.#stop = this.#store.listen(() => this.#host.requestUpdate());
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
  }
}
