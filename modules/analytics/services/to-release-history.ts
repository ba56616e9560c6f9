import type {ReleaseFacts} from '../types/facts.ts';
import type {Growth} from '../types/growth.ts';
import type {Figure} from '../types/metrics.ts';
import {oldestOf} from '../utils/oldest-of.ts';
import {type Periods, type Range, toPeriods} from '../utils/time-range.ts';
import {toFigure} from './to-figure.ts';
import {toGrowth} from './to-growth.ts';

export interface ReleaseHistory {
  readonly figure: Figure;
  readonly periods: Periods;
  readonly growth: Growth;
  /** The latest whose moment is known. */
  readonly last: {readonly name: string; readonly created: number} | undefined;
}

/** How many releases there are, and when they were cut. */
export function toReleaseHistory(releases: readonly ReleaseFacts[], range: Range, now: number): ReleaseHistory {
  const moments = releases.map(({created}) => created);
  const periods = toPeriods(range, now, oldestOf(moments));
  const dated = releases.flatMap(({name, created}) => (created === undefined ? [] : [{name, created}]));
  return {
    figure: toFigure(moments, periods),
    periods,
    growth: toGrowth(moments, periods),
    last: dated.toSorted((one, other) => other.created - one.created)[0],
  };
}
