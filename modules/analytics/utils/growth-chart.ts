import type {Messages} from '@openchoreo/portal-contract';
import type {ChartData} from '../types/chart-data.ts';
import type {Growth} from '../types/growth.ts';
import {toPlace} from './period-words.ts';
import type {Periods} from './time-range.ts';

/** Growth as a chart: an area of how many there were, or bars of how many came. */
export function toGrowthChart(
  growth: Growth,
  {starts, step}: Periods,
  show: 'total' | 'created',
  messages: Pick<Messages, 'date' | 'text'>,
): ChartData {
  return {
    shape: show === 'total' ? 'area' : 'bars',
    axis: 'time',
    places: starts.map((start) => toPlace(start, step, messages)),
    series: [{label: messages.text(`growth.${show}`), tone: '1', values: growth[show]}],
  };
}
