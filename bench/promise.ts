/** One promise of the architecture beside what was measured. */
export interface PromiseRow {
  readonly what: string;
  readonly limit: number;
  readonly measured: number;
  readonly unit: string;
}

export function isKept({limit, measured}: PromiseRow): boolean {
  return measured <= limit;
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
