import type {Dispose} from '@openchoreo/portal-contract';

type ContextCallback<T> = (value: T, unsubscribe?: Dispose) => void;

/** The event of the community's context protocol, which Lit and others speak, too. */
class ContextRequestEvent<T> extends Event {
  readonly context: symbol;
  readonly contextTarget: Element;
  readonly callback: ContextCallback<T>;
  readonly subscribe = true;

  constructor(context: symbol, contextTarget: Element, callback: ContextCallback<T>) {
    super('context-request', {bubbles: true, composed: true});
    this.context = context;
    this.contextTarget = contextTarget;
    this.callback = callback;
  }
}

/**
 * Calls back with the value that somebody around the element provides under the key: at once, whenever it changes, and
 * when a provider comes later. Nothing is called where nobody provides it, nor after the undo.
 */
export function followContext<T>(element: Element, key: symbol, onValue: (value: T) => void): Dispose {
  let stop: Dispose | undefined;
  let isFollowing = true;
  element.dispatchEvent(
    new ContextRequestEvent<T>(key, element, (value, unsubscribe) => {
      if (!isFollowing) return unsubscribe?.();
      if (stop !== unsubscribe) stop?.();
      stop = unsubscribe;
      onValue(value);
    }),
  );
  return () => {
    isFollowing = false;
    stop?.();
  };
}
