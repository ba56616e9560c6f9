import type {Dispose} from '@openchoreo/portal-contract';

/** How much of each sort there is at the moment, by the sort's name. */
export type Counts = Readonly<Record<string, number>>;

export interface LeakWatch {
  counts(): Counts;
  readonly stop: Dispose;
}

type AddListener = typeof EventTarget.prototype.addEventListener;

/** What outlives every part of a page: a listener here is one that somebody must take away again. */
const LASTING: readonly EventTarget[] = [window, document, document.documentElement, document.body];

/**
 * Counts what a page gathers from now on: listeners of the window, the document, media queries and other things that
 * outlast elements; timers; style sheets; nodes, those of shadow roots, too. One watch at a time.
 */
export function watchLeaks(): LeakWatch {
  const listeners = watchListeners();
  const timers = watchTimers();
  return {
    counts: () => ({
      listeners: listeners.count(),
      ...timers.counts(),
      'style sheets': document.styleSheets.length + document.adoptedStyleSheets.length,
      nodes: countNodes(document),
    }),
    stop() {
      listeners.stop();
      timers.stop();
    },
  };
}

function watchListeners(): {count(): number; stop(): void} {
  const {addEventListener, removeEventListener} = EventTarget.prototype;
  const added = new WeakMap<EventTarget, Map<string, Set<unknown>>>();
  let count = 0;

  function forget(target: EventTarget, key: string, listener: unknown): void {
    if (added.get(target)?.get(key)?.delete(listener)) count -= 1;
  }

  const add: AddListener = function (this: EventTarget | undefined, type, listener, options) {
    const target = this ?? window;
    addEventListener.call(target, type, listener, options);
    const {once, signal, capture} = typeof options === 'object' ? options : {capture: options};
    if (!listener || once || signal?.aborted || !isLasting(target)) return;
    const key = `${type} ${capture ?? false}`;
    const keys = added.get(target) ?? new Map<string, Set<unknown>>();
    added.set(target, keys);
    const listeners = keys.get(key) ?? new Set();
    keys.set(key, listeners);
    if (listeners.has(listener)) return;
    listeners.add(listener);
    count += 1;
    if (signal) addEventListener.call(signal, 'abort', () => forget(target, key, listener), {once: true});
  };

  const remove: typeof removeEventListener = function (this: EventTarget | undefined, type, listener, options) {
    const target = this ?? window;
    removeEventListener.call(target, type, listener, options);
    forget(target, `${type} ${(typeof options === 'object' ? options.capture : options) ?? false}`, listener);
  };

  Object.assign(EventTarget.prototype, {addEventListener: add, removeEventListener: remove});
  return {
    count: () => count,
    stop: () => void Object.assign(EventTarget.prototype, {addEventListener, removeEventListener}),
  };
}

/** An element's listeners go with it; an abort signal's with the work it is of. */
function isLasting(target: EventTarget): boolean {
  return LASTING.includes(target) || !(target instanceof Node || target instanceof AbortSignal);
}

/** A timeout that is shorter ends by itself before anybody would call it a leak. */
const LASTING_TIMEOUT = 60_000;

/** Timers by their delay, which shows whose they are: intervals, and timeouts of a minute and more. */
function watchTimers(): {counts(): Counts; stop(): void} {
  const {setTimeout: setOnce, clearTimeout: clearOnce, setInterval: setEvery, clearInterval: clearEvery} = window;
  const running = new Map<number, string>();
  const forget = (id: number | undefined): void => void (id !== undefined && running.delete(id));

  Object.assign(window, {
    setTimeout(handler: (...values: unknown[]) => void, delay?: number, ...values: unknown[]) {
      const id: number = setOnce(() => {
        forget(id);
        handler(...values);
      }, delay);
      if ((delay ?? 0) >= LASTING_TIMEOUT) running.set(id, `timeouts of ${delay} ms`);
      return id;
    },
    setInterval(handler: (...values: unknown[]) => void, delay?: number, ...values: unknown[]) {
      const id = setEvery(handler, delay, ...values);
      running.set(id, `intervals of ${delay ?? 0} ms`);
      return id;
    },
    clearTimeout(id?: number) {
      forget(id);
      clearOnce(id);
    },
    clearInterval(id?: number) {
      forget(id);
      clearEvery(id);
    },
  });
  return {
    counts() {
      const counts: Record<string, number> = {};
      for (const sort of running.values()) counts[sort] = (counts[sort] ?? 0) + 1;
      return counts;
    },
    stop: () =>
      void Object.assign(window, {
        setTimeout: setOnce,
        clearTimeout: clearOnce,
        setInterval: setEvery,
        clearInterval: clearEvery,
      }),
  };
}

function countNodes(root: ParentNode): number {
  let count = 0;
  for (const element of root.querySelectorAll('*'))
    count += 1 + (element.shadowRoot ? countNodes(element.shadowRoot) : 0);
  return count;
}
