/** The parts of pages (cards and the like) that are on their way: their module activates, their code is fetched. */
export interface PendingParts {
  /** Counts the part until it is there or has failed; gives back what it was given. */
  track<T>(part: Promise<T>): Promise<T>;
  /** Resolves when none is on its way; at once when none is now. */
  settled(): Promise<void>;
}

export function createPendingParts(): PendingParts {
  const pending = new Set<Promise<unknown>>();

  return {
    track(part) {
      const ended: Promise<unknown> = part.then(
        () => pending.delete(ended),
        () => pending.delete(ended),
      );
      pending.add(ended);
      return part;
    },
    async settled() {
      while (pending.size > 0) await Promise.all(pending);
    },
  };
}
