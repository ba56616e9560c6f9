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
  #undos: Dispose[] = [];
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
    this.#undos.push(undo);
    return () => {
      const index = this.#undos.indexOf(undo);
      if (index < 0) return;
      this.#undos.splice(index, 1);
      undo();
    };
  }

  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    const errors: unknown[] = [];
    for (const undo of this.#undos.splice(0).reverse()) {
      try {
        undo();
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length > 0) throw new AggregateError(errors, `${errors.length} undo(s) failed`);
  }
}
