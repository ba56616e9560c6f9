export interface ScrollMemory {
  /** Keeps where the page is scrolled to, for the entry. */
  keep(entry: number): void;
  /** Scrolls back to there as soon as the page is long enough, unless the person scrolls first. */
  restore(entry: number): void;
  top(): void;
}

const PATIENCE = 1500;

/** Where each entry of the history was scrolled to; lives as long as the tab's session. */
export function createScrollMemory(storage: Pick<Storage, 'getItem' | 'setItem'> = sessionStorage): ScrollMemory {
  const key = (entry: number): string => `portal:scroll:${entry}`;
  let stop = new AbortController();

  return {
    keep: (entry) => storage.setItem(key(entry), String(Math.round(scrollY))),
    restore(entry) {
      stop.abort();
      stop = new AbortController();
      const {signal} = stop;
      const target = Number(storage.getItem(key(entry)) ?? 0);
      const deadline = performance.now() + PATIENCE;
      for (const type of ['wheel', 'touchmove', 'keydown']) {
        addEventListener(type, () => stop.abort(), {signal, once: true, passive: true});
      }
      const step = (): void => {
        if (signal.aborted) return;
        scrollTo({top: target, behavior: 'instant'});
        if (Math.abs(scrollY - target) <= 1 || performance.now() > deadline) stop.abort();
        else requestAnimationFrame(step);
      };
      step();
    },
    top() {
      stop.abort();
      scrollTo({top: 0, behavior: 'instant'});
    },
  };
}
