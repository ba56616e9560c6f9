/** How far back figures look; `all` begins with the oldest object. */
export const RANGES = ['7d', '30d', '90d', '1y', 'all'] as const;

export type Range = (typeof RANGES)[number];

export const DEFAULT_RANGE: Range = '90d';

export type Step = 'day' | 'week' | 'month';

/**
 * Consecutive periods of whole local days, weeks or months. Period `i` is from `starts[i]` to the next start, the last
 * one until `end`, which is in it.
 */
export interface Periods {
  readonly step: Step;
  readonly starts: readonly number[];
  readonly end: number;
}

const DAY = 86_400_000;

const SPANS: Readonly<Record<Exclude<Range, 'all'>, {readonly step: Step; readonly count: number}>> = {
  '7d': {step: 'day', count: 7},
  '30d': {step: 'day', count: 30},
  '90d': {step: 'week', count: 13},
  '1y': {step: 'month', count: 12},
};

/** Reads a range as it stands in an address or a setting; undefined for everything else. */
export function parseRange(value: unknown): Range | undefined {
  return RANGES.find((range) => range === value);
}

/**
 * The periods of a range that ends now.
 *
 * @param oldest the oldest moment there is, for `all`; without one, `all` is one day
 */
export function toPeriods(range: Range, now: number, oldest?: number): Periods {
  const {step, count} = range === 'all' ? toSpan(Math.min(oldest ?? now, now), now) : SPANS[range];
  const starts = Array.from({length: count}, (_, index) => startBefore(now, step, count - 1 - index));
  return {step, starts, end: now};
}

/** The index of the period a moment is in: -1 before the first, undefined after the end. */
export function periodOf({starts, end}: Periods, moment: number): number | undefined {
  if (moment > end) return undefined;
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? Infinity) <= moment) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** As many steps as reach from the oldest moment until now, in the finest step that stays readable. */
function toSpan(oldest: number, now: number): {readonly step: Step; readonly count: number} {
  const days = (now - oldest) / DAY;
  const step: Step = days <= 45 ? 'day' : days <= 270 ? 'week' : 'month';
  let count = 1;
  while (startBefore(now, step, count - 1) > oldest && count < 600) count += 1;
  return {step, count};
}

/** Start of the period that lies `steps` before the one that `now` is in. Weeks begin on Monday. */
function startBefore(now: number, step: Step, steps: number): number {
  const date = new Date(now);
  const [year, month, day] = [date.getFullYear(), date.getMonth(), date.getDate()];
  if (step === 'month') return new Date(year, month - steps, 1).getTime();
  const sinceMonday = (date.getDay() + 6) % 7;
  return new Date(year, month, step === 'day' ? day - steps : day - sinceMonday - steps * 7).getTime();
}
