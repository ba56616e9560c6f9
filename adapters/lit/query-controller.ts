import {ContextConsumer} from '@lit/context';
import {QueryObserver, type QueryObserverResult} from '@tanstack/query-core';
import type {OpenChoreoKey} from '@openchoreo/portal-contract';
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {hostContext, queryClientContext} from './contexts.ts';

/** What to ask for; the contract's `listQuery` and `resourceQuery` fit. */
export interface QueryOptions<Q, T = Q> {
  readonly queryKey: readonly unknown[];
  readonly queryFn: (context: {signal: AbortSignal}) => Promise<Q>;
  /** Milliseconds for which data counts as fresh. */
  readonly staleTime?: number;
  readonly select?: (data: Q) => T;
  /** Milliseconds between two questions while the element is in the page. */
  readonly refetchInterval?: number | false;
}

/** `idle`: there is nothing to ask for yet. */
export type QueryStatus = 'idle' | 'pending' | 'success' | 'error';

/**
 * Keeps an element up to date with data of the portal's query client. The getter is read at every update of the
 * element: other options follow at once, `undefined` stops asking. Data is shared with everyone who asks the same key;
 * data of the platform follows its changes. Nothing is asked while the element is out of the page.
 */
export class QueryController<Q, T = Q> implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: () => QueryOptions<Q, T> | undefined;
  readonly #client;
  readonly #context;
  #observer: QueryObserver<Q, Error, T, Q> | undefined;
  #result: QueryObserverResult<T> | undefined;
  #stop: (() => void) | undefined;
  #followed: {readonly name: string; readonly stop: () => void} | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, options: () => QueryOptions<Q, T> | undefined) {
    this.#host = host;
    this.#options = options;
    this.#client = new ContextConsumer(host, {context: queryClientContext, subscribe: true});
    this.#context = new ContextConsumer(host, {context: hostContext, subscribe: true});
    host.addController(this);
  }

  get status(): QueryStatus {
    return this.#result?.status ?? 'idle';
  }

  /** The latest data; stays after a failed refresh. */
  get data(): T | undefined {
    return this.#result?.data;
  }

  get error(): unknown {
    return this.#result?.error ?? undefined;
  }

  /** When the data was fetched, in milliseconds since the epoch; 0 while there is none. */
  get updatedAt(): number {
    return this.#result?.dataUpdatedAt ?? 0;
  }

  get isFetching(): boolean {
    return this.#result?.isFetching ?? false;
  }

  /** Asks again, whatever the age of the data. Does nothing while idle; never rejects, `error` tells. */
  async refetch(): Promise<void> {
    await this.#observer?.refetch();
  }

  hostConnected(): void {
    // Reconnecting alone makes no update, and only an update subscribes.
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
    this.#follow(undefined);
  }

  hostUpdate(): void {
    const client = this.#client.value;
    if (client === undefined || !this.#host.isConnected) return;
    const options = this.#options();
    if (options === undefined) {
      this.hostDisconnected();
      this.#observer = undefined;
      this.#result = undefined;
      return;
    }
    this.#observer ??= new QueryObserver(client, options);
    this.#observer.setOptions(options);
    this.#stop ??= this.#observer.subscribe((result) => this.#show(result));
    this.#result = this.#observer.getCurrentResult();
    this.#follow(options.queryKey[0] === 'openchoreo' ? options.queryKey : undefined);
  }

  #follow(queryKey: readonly unknown[] | undefined): void {
    const name = queryKey && JSON.stringify(queryKey);
    if (name === this.#followed?.name) return;
    this.#followed?.stop();
    const stop = queryKey && this.#context.value?.live.follow(queryKey as OpenChoreoKey);
    this.#followed = name && stop ? {name, stop} : undefined;
  }

  // Setting options announces the result that this update shows already: answering it would render twice.
  #show(result: QueryObserverResult<T>): void {
    if (result === this.#result) return;
    this.#result = result;
    this.#host.requestUpdate();
  }
}
