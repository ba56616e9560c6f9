import type {Report, ReportInput} from '../../types/report.ts';
import type {ChartSeries, Tone} from '../../types/chart-data.ts';
import {oldestOf} from '../../utils/oldest-of.ts';
import {toPlace} from '../../utils/period-words.ts';
import {spanText} from '../../utils/span-text.ts';
import {toPeriods} from '../../utils/time-range.ts';
import {toTypeName} from '../../utils/type-name.ts';
import {splitGrowth} from '../split-growth.ts';
import {toGrowth} from '../to-growth.ts';
import {matchComponent} from './match-component.ts';

/** How many components there were at the end of each period, and how many came in it; by project or type on request. */
export const componentGrowth: Report = {
  id: 'component-growth',
  needs: ['components', 'projects'],
  filters: ['range', 'by', 'type'],
  make(input) {
    const {facts, filters, now, messages} = input;
    const components = facts.components.filter(matchComponent({type: filters.type, state: ''}));
    const moments = components.map(({created}) => created);
    const periods = toPeriods(filters.range, now, oldestOf(moments));
    const all = toGrowth(moments, periods);
    const {by} = filters;
    const parts =
      by === 'none' ? [{key: undefined, growth: all}] : splitGrowth(components, periods, (component) => component[by]);
    const series = parts.map(({key, growth}, index): ChartSeries => ({
      label: by === 'none' ? messages.text('growth.total') : toLabel(key, input),
      tone: by !== 'none' && key === undefined ? 'rest' : (String(index + 1) as Tone),
      values: growth.total,
    }));
    const places = periods.starts.map((start) => toPlace(start, periods.step, messages));
    return {
      chart: {shape: 'area', axis: 'time', places, series},
      summary: spanText(messages, 'growth.summary', filters.range, {
        created: all.created.reduce((sum, count) => sum + count, 0),
        total: components.length,
      }),
      axis: messages.text(`period.${periods.step}`),
      columns: [
        {title: messages.text(`period.${periods.step}`), kind: 'date'},
        {title: messages.text('growth.created'), kind: 'number'},
        {title: messages.text('growth.total'), kind: 'number'},
        ...(by === 'none' ? [] : series.map(({label}) => ({title: label, kind: 'number' as const}))),
      ],
      // The latest first: it is what people look for.
      rows: periods.starts
        .map((start, index) => ({
          cells: [
            new Date(start),
            all.created[index],
            all.total[index],
            ...(by === 'none' ? [] : series.map(({values}) => values[index])),
          ],
        }))
        .reverse(),
    };
  },
};

function toLabel(key: string | undefined, {facts, filters, messages}: ReportInput): string {
  if (key === undefined) return messages.text('rest.all');
  if (key === '') return messages.text('unknown');
  if (filters.by === 'type') return toTypeName(key);
  return facts.projects.find(({name}) => name === key)?.label ?? key;
}
