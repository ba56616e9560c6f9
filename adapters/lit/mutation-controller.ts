import {ContextConsumer} from '@lit/context';
import type {KindName} from '@openchoreo/portal-contract';
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {queryClientContext} from './contexts.ts';

export interface MutationOptions<V, R> {
  readonly mutate: (variables: V) => Promise<R>;
  /** Kinds of platform objects that changed: everyone who shows them asks again. */
  readonly invalidates: readonly KindName[] | ((variables: V, result: R) => readonly KindName[]);
  readonly onSuccess?: (result: R, variables: V) => void;
  readonly onError?: (error: unknown, variables: V) => void;
}

/** Runs a change and tells the element how it goes. Runs may overlap; `error` is of the latest that ended. */
export class MutationController<V, R> implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: MutationOptions<V, R>;
  readonly #client;
  #running = 0;
  #error: unknown;

  constructor(host: ReactiveControllerHost & HTMLElement, options: MutationOptions<V, R>) {
    this.#host = host;
    this.#options = options;
    this.#client = new ContextConsumer(host, {context: queryClientContext, subscribe: true});
    host.addController(this);
  }

  get pending(): boolean {
    return this.#running > 0;
  }

  get error(): unknown {
    return this.#error;
  }

  hostConnected(): void {}

  /** Never rejects: a failure resolves to `undefined`, is kept in `error` and given to `onError`. */
  async run(variables: V): Promise<R | undefined> {
    this.#running += 1;
    this.#error = undefined;
    this.#host.requestUpdate();
    try {
      const result = await this.#options.mutate(variables);
      this.#invalidate(variables, result);
      this.#options.onSuccess?.(result, variables);
      return result;
    } catch (error) {
      this.#error = error;
      this.#options.onError?.(error, variables);
      return undefined;
    } finally {
      this.#running -= 1;
      this.#host.requestUpdate();
    }
  }

  #invalidate(variables: V, result: R): void {
    const {invalidates} = this.#options;
    const kinds = typeof invalidates === 'function' ? invalidates(variables, result) : invalidates;
    // Not awaited: the change is done, and each list shows by itself how its refresh goes.
    for (const kind of kinds) void this.#client.value?.invalidateQueries({queryKey: ['openchoreo', kind]});
  }
}
