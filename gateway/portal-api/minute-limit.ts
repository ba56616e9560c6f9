const MINUTE = 60_000;

/** Counts uses by key and lets a number of them through in the minute that begins with the first. */
export class MinuteLimit {
  readonly #limit: number;
  readonly #now: () => number;
  readonly #uses = new Map<string, {readonly since: number; count: number}>();

  constructor(limit: number, now: () => number = Date.now) {
    this.#limit = limit;
    this.#now = now;
  }

  /** Counts one use; false when it is one too many. */
  take(key: string): boolean {
    const now = this.#now();
    // The oldest stand first.
    for (const [old, {since}] of this.#uses) {
      if (now - since < MINUTE) break;
      this.#uses.delete(old);
    }
    const use = this.#uses.get(key) ?? {since: now, count: 0};
    this.#uses.set(key, use);
    use.count += 1;
    return use.count <= this.#limit;
  }
}
