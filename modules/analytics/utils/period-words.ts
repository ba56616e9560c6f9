import type {Messages} from '@openchoreo/portal-contract';
import type {ChartPlace} from '../types/chart-data.ts';
import type {Step} from './time-range.ts';

type Words = Pick<Messages, 'date' | 'text'>;

const SHORT: Readonly<Record<Step, Intl.DateTimeFormatOptions>> = {
  day: {day: 'numeric', month: 'short'},
  week: {day: 'numeric', month: 'short'},
  month: {month: 'short', year: '2-digit'},
};

const FULL: Readonly<Record<Step, Intl.DateTimeFormatOptions>> = {
  day: {weekday: 'short', day: 'numeric', month: 'long', year: 'numeric'},
  week: {day: 'numeric', month: 'long', year: 'numeric'},
  month: {month: 'long', year: 'numeric'},
};

/** What a chart and a table call a period: `4 Nov`, «Week of 2 November 2026». */
export function toPlace(start: number, step: Step, {date, text}: Words): ChartPlace {
  const full = date(new Date(start), FULL[step]);
  return {
    short: date(new Date(start), SHORT[step]),
    full: step === 'week' ? text('period.week.of', {date: full}) : full,
  };
}
