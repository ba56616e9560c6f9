import type {Dispose, Host, ModuleState, RegistryEntry} from '@openchoreo/portal-contract';
import {QueryController, StoreController} from '@openchoreo/portal-lit';
import type {LitElement, ReactiveController} from 'lit';
import type config from '../module.config.ts';
import {registryQuery} from '../services/registry-query.ts';

/** The portal's modules as the gateway knows them, and how each is in this tab; follows both. */
export class RegistryController implements ReactiveController {
  readonly #host: () => Host<typeof config>;
  readonly #query;
  readonly #states;
  #stop: Dispose | undefined;

  constructor(page: LitElement, host: () => Host<typeof config>) {
    this.#host = host;
    this.#query = new QueryController(page, () => registryQuery(host().portal));
    this.#states = new StoreController(page, () => host().modules.all);
    page.addController(this);
  }

  get entries(): readonly RegistryEntry[] | undefined {
    return this.#query.data;
  }

  /** Why there are no entries; `undefined` while they are asked for. */
  get error(): unknown {
    return this.#query.data === undefined && this.#query.status === 'error' ? this.#query.error : undefined;
  }

  state(id: string): ModuleState | undefined {
    return this.#states.value.find((state) => state.id === id);
  }

  async refresh(): Promise<void> {
    await this.#query.refetch();
  }

  hostConnected(): void {
    this.#stop = this.#host().events.on('portal:composition-changed', () => void this.refresh());
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
  }
}
