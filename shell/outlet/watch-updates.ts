interface Updating {
  /** A promise, or nothing. */
  scheduleUpdate(): unknown;
}

/**
 * Calls back when a Lit element throws while it updates (the element stays as it was), and when an element in it or
 * itself tells by `portal-failure` what it threw. Other elements are left alone.
 */
export function watchUpdates(element: Element, onError: (error: unknown) => void): void {
  element.addEventListener('portal-failure', (event) => {
    event.preventDefault();
    event.stopPropagation();
    onError((event as CustomEvent<unknown>).detail);
  });
  if (!isUpdating(element)) return;
  const update = element.scheduleUpdate;
  element.scheduleUpdate = function (this: Updating) {
    try {
      const result = update.call(this);
      return result instanceof Promise ? result.catch(onError) : result;
    } catch (error) {
      onError(error);
      return undefined;
    }
  };
}

function isUpdating(element: unknown): element is Updating {
  return typeof (element as Partial<Updating>).scheduleUpdate === 'function';
}
