/** What the portal keeps with each entry of the browser's history. */
export interface HistoryEntry {
  /** Counts up along the history, so that a step back can be told from a step forward, and undone. */
  readonly index: number;
}

export function readEntry(state: unknown): HistoryEntry | undefined {
  const index = typeof state === 'object' && state !== null ? (state as Partial<HistoryEntry>).index : undefined;
  return typeof index === 'number' ? {index} : undefined;
}
