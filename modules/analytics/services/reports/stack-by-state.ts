import type {Messages} from '@openchoreo/portal-contract';
import type {ChartData, ChartSeries} from '../../types/chart-data.ts';
import type {ComponentFacts} from '../../types/facts.ts';
import {STATES} from '../../utils/report-filters.ts';
import {countBy} from '../count-by.ts';

/** Bars a chart has at most; what is beyond them shares one. */
const BARS = 12;

/** Bars of the most frequent values of a property, each stacked by state; states that do not occur are left out. */
export function stackByState(
  components: readonly ComponentFacts[],
  toKey: (component: ComponentFacts) => string,
  toLabel: (key: string) => string,
  {text}: Pick<Messages, 'text'>,
): ChartData {
  const counts = countBy(components, toKey);
  const own = counts.slice(0, counts.length > BARS ? BARS - 1 : BARS).map(({key}) => key);
  const groups: (string | undefined)[] = counts.length > own.length ? [...own, undefined] : own;
  const places = new Map(groups.map((key, index) => [key, index]));
  const placeOf = (component: ComponentFacts): number => places.get(toKey(component)) ?? places.get(undefined) ?? 0;
  const series = STATES.map((state): ChartSeries => {
    const values = groups.map(() => 0);
    for (const component of components.filter((each) => each.state === state)) {
      const place = placeOf(component);
      values[place] = (values[place] ?? 0) + 1;
    }
    return {label: text(`state.${state}`), tone: state, values};
  });
  return {
    shape: 'bars',
    axis: 'names',
    places: groups.map((key) => {
      const label = key === undefined ? text('rest', {count: counts.length - own.length}) : toLabel(key);
      return {short: label, full: label};
    }),
    series: series.filter(({values}) => values.some((value) => value > 0)),
  };
}
