import {ContextConsumer} from '@lit/context';
import {QueryObserver, type QueryObserverResult} from '@tanstack/query-core';
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {queryClientContext} from './contexts.ts';

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
 * element: other options follow at once, `undefined` stops asking. Data is shared with everyone who asks the same key,
 * and nothing is asked while the element is out of the page.
 */
export class QueryController<Q, T = Q> implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: () => QueryOptions<Q, T> | undefined;
  readonly #client;
  #observer: QueryObserver<Q, Error, T, Q> | undefined;
  #result: QueryObserverResult<T> | undefined;
  #stop: (() => void) | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, options: () => QueryOptions<Q, T> | undefined) {
    this.#host = host;
    this.#options = options;
    this.#client = new ContextConsumer(host, {context: queryClientContext, subscribe: true});
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
  }

  // Setting options announces the result that this update shows already: answering it would render twice.
  #show(result: QueryObserverResult<T>): void {
    if (result === this.#result) return;
    this.#result = result;
    this.#host.requestUpdate();
  }
}
