import {ContextConsumer} from '@lit/context';
import {
  KINDS,
  type Host,
  type KindName,
  type Preview,
  type Resource,
  type ResourceChange,
} from '@openchoreo/portal-contract';
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {hostContext, queryClientContext} from './contexts.ts';

export interface MutationOptions<V, R> {
  readonly mutate: (variables: V) => Promise<R>;
  /** Kinds of platform objects that changed: everyone who shows them asks again. */
  readonly invalidates: readonly KindName[] | ((variables: V, result: R) => readonly KindName[]);
  /**
   * What will become of objects: shown everywhere before the platform has answered, and taken back when it refuses.
   * `mutate` waits until earlier changes of the same objects have ended.
   */
  readonly preview?: (variables: V) => readonly ResourceChange[];
  readonly onSuccess?: (result: R, variables: V) => void;
  readonly onError?: (error: unknown, variables: V) => void;
}

/**
 * Runs a change and tells the element how it goes. Runs may overlap; `error` is of the latest that ended. What the end of
 * the module cuts off is nobody's error.
 */
export class MutationController<V, R> implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: MutationOptions<V, R>;
  readonly #client;
  readonly #context;
  #running = 0;
  #error: unknown;

  constructor(host: ReactiveControllerHost & HTMLElement, options: MutationOptions<V, R>) {
    this.#host = host;
    this.#options = options;
    this.#client = new ContextConsumer(host, {context: queryClientContext, subscribe: true});
    this.#context = new ContextConsumer(host, {context: hostContext, subscribe: true});
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
    const host = this.#context.value;
    const changes = this.#options.preview?.(variables) ?? [];
    const previews = host ? changes.map((change) => host.live.preview(change)) : [];
    this.#running += 1;
    this.#error = undefined;
    this.#host.requestUpdate();
    try {
      await Promise.all(previews.map(({turn}) => turn));
      const result = await this.#options.mutate(variables);
      confirm(changes, previews, result);
      this.#invalidate(this.#toKinds(variables, result));
      this.#options.onSuccess?.(result, variables);
      return result;
    } catch (error) {
      for (const preview of previews) preview.undo();
      if (!isCutOff(host, error)) {
        // Whether the platform did it after all is not always known: what was shown is asked for again.
        this.#invalidate(changes.map(({kind}) => kind));
        this.#error = error;
        this.#options.onError?.(error, variables);
      }
      return undefined;
    } finally {
      this.#running -= 1;
      this.#host.requestUpdate();
    }
  }

  #toKinds(variables: V, result: R): readonly KindName[] {
    const {invalidates} = this.#options;
    return typeof invalidates === 'function' ? invalidates(variables, result) : invalidates;
  }

  #invalidate(kinds: readonly KindName[]): void {
    // Not awaited: the change is done, and each list shows by itself how its refresh goes.
    for (const kind of kinds) void this.#client.value?.invalidateQueries({queryKey: ['openchoreo', kind]});
  }
}

/** An answer that is one of the objects takes the place of what was shown of it. */
function confirm(changes: readonly ResourceChange[], previews: readonly Preview[], result: unknown): void {
  const {kind, metadata} = (result ?? {}) as Partial<Resource>;
  changes.forEach((change, index) => {
    const isNamed = metadata?.name === change.name && metadata.namespace === change.namespace;
    const isAnswer = isNamed && (kind === undefined || kind === KINDS[change.kind].kind);
    previews[index]?.confirm(isAnswer ? (result as Resource) : undefined);
  });
}

function isCutOff(host: Host | undefined, error: unknown): boolean {
  return host?.signal.aborted === true && error === host.signal.reason;
}
