import {DEFAULT_RANGE, parseRange, type Range} from './time-range.ts';

export interface AnalyticsSettings {
  /** Where an address names none. */
  readonly range: Range;
  /** Milliseconds between two readings while somebody looks; false: not by itself. */
  readonly refetchInterval: number | false;
}

const MINUTE = 60_000;
const INTERVALS: ReadonlyMap<unknown, number> = new Map([
  ['1m', MINUTE],
  ['5m', 5 * MINUTE],
  ['15m', 15 * MINUTE],
]);

/** What the values of the settings mean; one that an older version of the module kept counts as not set. */
export function toSettings(range: unknown, refresh: unknown): AnalyticsSettings {
  return {range: parseRange(range) ?? DEFAULT_RANGE, refetchInterval: INTERVALS.get(refresh) ?? false};
}
