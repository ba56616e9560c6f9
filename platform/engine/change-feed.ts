import type {ChangeAction} from './kind.ts';

/** What the platform's event forwarder posts about one object. */
export interface Change {
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
  readonly action: ChangeAction;
}

export type ChangeListener = (change: Change) => void;

/** Tells listeners of changes once they are committed. A listener that throws is reported and does not stop the others. */
export class ChangeFeed {
  readonly #listeners = new Set<ChangeListener>();
  readonly #report: (error: unknown) => void;

  constructor(report: (error: unknown) => void) {
    this.#report = report;
  }

  listen(listener: ChangeListener): () => void {
    // A wrapper of its own, so that listening twice with one function is undone twice.
    const own: ChangeListener = (change) => listener(change);
    this.#listeners.add(own);
    return () => void this.#listeners.delete(own);
  }

  publish(changes: readonly Change[]): void {
    for (const change of changes) {
      for (const listener of this.#listeners) {
        try {
          listener(change);
        } catch (error) {
          this.#report(error);
        }
      }
    }
  }

  clear(): void {
    this.#listeners.clear();
  }
}
