import {ContextConsumer} from '@lit/context';
import type {Dispose, ModuleStoreId, ModuleStores, ReadableStore} from '@openchoreo/portal-contract';
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {hostContext} from './contexts.ts';

type Values<M extends ModuleStoreId> = Readonly<Partial<ModuleStores[M]>>;

/**
 * Follows the store of a module while the element is in the page: its own, or that of one its manifest depends on, which
 * is activated by it. The first update fails with `STORE_DENIED` for any other.
 */
export class ModuleStoreController<M extends ModuleStoreId> implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #module: M;
  readonly #context;
  #store: ReadableStore<Values<M>> | undefined;
  #stop: Dispose | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, module: M) {
    this.#host = host;
    this.#module = module;
    this.#context = new ContextConsumer(host, {context: hostContext, subscribe: true});
    host.addController(this);
  }

  /** Without fields while the owner is not active. */
  get value(): Values<M> {
    return this.#store?.get() ?? ({} as Values<M>);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  hostUpdate(): void {
    const stores = this.#context.value?.stores;
    if (stores === undefined || this.#stop || !this.#host.isConnected) return;
    this.#store = stores.get(this.#module);
    this.#stop = this.#store.listen(() => this.#host.requestUpdate());
  }
}
