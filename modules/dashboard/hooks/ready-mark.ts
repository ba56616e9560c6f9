const NAME = 'portal:ready';

/**
 * Sets the mark `portal:ready` once in the life of the document: when every card that is expected has announced itself
 * and the browser has had the chance to paint it. Cards may come and go until then.
 */
export class ReadyMark {
  readonly #announced = new Set<string>();
  #expected: readonly string[] | undefined;

  /** The cards on the page now. An empty list counts as ready: there is nothing more to come. */
  expect(keys: readonly string[]): void {
    this.#expected = keys;
    this.#settle();
  }

  /** Announcing a card again does nothing. */
  announce(key: string): void {
    this.#announced.add(key);
    this.#settle();
  }

  #settle(): void {
    if (!this.#expected?.every((key) => this.#announced.has(key))) return;
    if (performance.getEntriesByName(NAME).length > 0) return;
    afterPaint(() => {
      if (performance.getEntriesByName(NAME).length === 0) performance.mark(NAME);
    });
  }
}

/** A page in the background is not painted; there the next task is soon enough. */
function afterPaint(run: () => void): void {
  if (document.hidden) setTimeout(run);
  else requestAnimationFrame(() => setTimeout(run));
}
