import type {ComponentFacts} from '../types/facts.ts';
import type {Growth} from '../types/growth.ts';
import type {Periods} from '../utils/time-range.ts';
import {countBy} from './count-by.ts';
import {toGrowth} from './to-growth.ts';

/** How many values get a colour of their own; the others share one. */
const OWN_COLOURS = 5;

export interface GrowthPart {
  /** The value; undefined for all values that are not told apart. */
  readonly key: string | undefined;
  readonly growth: Growth;
}

/** The growth of each of the most frequent values, and of the rest together. Added up, they are the growth of all. */
export function splitGrowth(
  components: readonly ComponentFacts[],
  periods: Periods,
  toKey: (component: ComponentFacts) => string,
): readonly GrowthPart[] {
  const counts = countBy(components, toKey);
  const own = counts.slice(0, counts.length === OWN_COLOURS + 1 ? OWN_COLOURS + 1 : OWN_COLOURS).map(({key}) => key);
  const groups = Map.groupBy(components, (component) => {
    const key = toKey(component);
    return own.includes(key) ? key : undefined;
  });
  const keys = groups.has(undefined) ? [...own, undefined] : own;
  return keys.map((key) => ({
    key,
    growth: toGrowth(
      (groups.get(key) ?? []).map(({created}) => created),
      periods,
    ),
  }));
}
