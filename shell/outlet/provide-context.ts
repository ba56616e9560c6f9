import type {ContextCallback, ContextType} from '@lit/context';

interface AnyContext {
  readonly __context__: unknown;
}

/** What a `context-request` event holds, whichever copy of the library made it. */
interface ContextRequest<T> {
  readonly context: unknown;
  readonly callback: ContextCallback<T>;
  readonly subscribe?: boolean;
}

/** The value an element hands to itself and everything inside it. */
export interface ProvidedContext<T> {
  /** Tells the new value to all who subscribed. */
  set(value: T): void;
}

/**
 * Answers `context-request` events of the element itself and of its descendants. Unlike `ContextProvider` it serves
 * the element, too: a page gets its context whether or not it consumes it in the same class.
 */
export function provideContext<C extends AnyContext>(
  element: HTMLElement,
  context: C,
  initial: ContextType<C>,
): ProvidedContext<ContextType<C>> {
  const subscribers = new Map<ContextCallback<ContextType<C>>, () => void>();
  let value = initial;

  element.addEventListener('context-request', (event: Event) => {
    const request = event as Event & ContextRequest<ContextType<C>>;
    if (request.context !== context) return;
    event.stopImmediatePropagation();
    if (!request.subscribe) {
      request.callback(value);
      return;
    }
    const unsubscribe = (): void => void subscribers.delete(request.callback);
    subscribers.set(request.callback, unsubscribe);
    request.callback(value, unsubscribe);
  });

  return {
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const [callback, unsubscribe] of [...subscribers]) callback(value, unsubscribe);
    },
  };
}
