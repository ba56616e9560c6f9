/** Undoes one registration. Calling it again does nothing. */
export type Dispose = () => void;

/**
 * Collects what must be undone and undoes it in reverse order.
 * Named and shaped after the standard's `DisposableStack`, for the engines that lack it.
 *
 * Disposing twice does nothing. Deferring onto a disposed stack undoes at once: an owner that is already gone
 * must not leave anything behind. When several undos throw, all still run and one `AggregateError` follows.
 */
export class DisposableStack {
  readonly #undos = new Set<{readonly undo: Dispose}>();
  #disposed = false;

  get disposed(): boolean {
    return this.#disposed;
  }

  /** Returns an early way to run (and forget) just this undo. */
  defer(undo: Dispose): Dispose {
    if (this.#disposed) {
      undo();
      return () => {};
    }
    const entry = {undo};
    this.#undos.add(entry);
    return () => {
      if (this.#undos.delete(entry)) undo();
    };
  }

  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    const errors: unknown[] = [];
    const undos = [...this.#undos].reverse();
    this.#undos.clear();
    for (const {undo} of undos) {
      try {
        undo();
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length > 0) throw new AggregateError(errors, `${errors.length} undo(s) failed`);
  }
}
