export interface Debouncer<T> {
  add(item: T): void;
  /** Forgets what is waiting. */
  stop(): void;
}

/** Hands on all items together once none has come for so many milliseconds. */
export function createDebouncer<T>(quietMs: number, handle: (items: ReadonlySet<T>) => Promise<void>): Debouncer<T> {
  let items = new Set<T>();
  let timer: NodeJS.Timeout | undefined;
  const flush = (): void => {
    const now = items;
    items = new Set();
    void handle(now);
  };
  return {
    add(item) {
      items.add(item);
      clearTimeout(timer);
      timer = setTimeout(flush, quietMs);
    },
    stop: () => clearTimeout(timer),
  };
}
