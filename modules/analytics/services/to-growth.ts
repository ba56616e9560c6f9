import type {Growth} from '../types/growth.ts';
import {type Periods, periodOf} from '../utils/time-range.ts';

/**
 * Counts what exists today by when it came. What has been deleted since is not in it: the platform keeps no record of
 * it. What has no date counts as having been there before the first period; what lies in the future as not there yet.
 */
export function toGrowth(moments: readonly (number | undefined)[], periods: Periods): Growth {
  const created = periods.starts.map(() => 0);
  let before = 0;
  for (const moment of moments) {
    const period = moment === undefined ? -1 : periodOf(periods, moment);
    if (period === undefined) continue;
    if (period < 0) before += 1;
    else created[period] = (created[period] ?? 0) + 1;
  }
  let sum = before;
  return {created, total: created.map((count) => (sum += count))};
}
