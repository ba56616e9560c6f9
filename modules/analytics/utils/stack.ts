import type {ChartSeries} from '../types/chart-data.ts';

/** Each series on top of those before it, the topmost first: the order in which filled shapes cover each other. */
export function stack(series: readonly ChartSeries[]): readonly (readonly number[])[] {
  const stacked: number[][] = [];
  for (const {values} of series) {
    const below = stacked[0] ?? [];
    stacked.unshift(values.map((value, index) => value + (below[index] ?? 0)));
  }
  return stacked;
}
