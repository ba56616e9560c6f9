import type {Figure} from '../types/metrics.ts';
import type {Periods} from '../utils/time-range.ts';

/** How many there are, how many of them came in the periods, and how many in the time of the same length before. */
export function toFigure(moments: readonly (number | undefined)[], {starts, end}: Periods): Figure {
  const from = starts[0] ?? end;
  const before = from - (end - from);
  const known = moments.filter((moment) => moment !== undefined);
  const created = known.filter((moment) => moment >= from && moment <= end).length;
  const hasOlder = known.some((moment) => moment < from);
  const createdBefore = known.filter((moment) => moment >= before && moment < from).length;
  return {total: moments.length, created, ...(hasOlder && {createdBefore})};
}
