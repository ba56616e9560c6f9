import {LOG_LEVELS} from '@openchoreo/portal-contract';
import type {LogsView, RangeId, TimeWindow} from '../types/logs-view.ts';
import {readLineId} from './line-id.ts';

const MINUTE = 60_000;

/** Milliseconds of each range, the shortest first. */
export const RANGES: Readonly<Record<RangeId, number>> = {
  '15m': 15 * MINUTE,
  '1h': 60 * MINUTE,
  '6h': 360 * MINUTE,
  '24h': 1440 * MINUTE,
  '7d': 7 * 1440 * MINUTE,
  '30d': 30 * 1440 * MINUTE,
};

const DEFAULT_VIEW: LogsView = {levels: [], text: '', range: '1h'};

/** What an address asks for; what makes no sense in it is left out. */
export function parseLogsView(query: URLSearchParams): LogsView {
  const wanted = (query.get('level') ?? '').toUpperCase().split(',');
  const [from, to] = [readMoment(query.get('from')), readMoment(query.get('to'))];
  const range = query.get('range') ?? '';
  const line = query.get('line') ?? '';
  return {
    levels: LOG_LEVELS.filter((level) => wanted.includes(level)),
    text: (query.get('q') ?? '').slice(0, 500),
    ...(from && to && from < to ? {range: 'custom', from, to} : {range: isRange(range) ? range : DEFAULT_VIEW.range}),
    ...(readLineId(line) && {line}),
  };
}

/** The view as parts of an address; what is as usual is not said. */
export function toLogsQuery({levels, text, range, from, to, line}: LogsView): URLSearchParams {
  const query = new URLSearchParams();
  if (levels.length > 0) query.set('level', levels.join(','));
  if (text !== '') query.set('q', text);
  if (range !== 'custom' && range !== DEFAULT_VIEW.range) query.set('range', range);
  if (range === 'custom' && from && to) {
    query.set('from', from);
    query.set('to', to);
  }
  if (line !== undefined) query.set('line', line);
  return query;
}

/** How much later than a linked line the lines around it may be. */
const AFTER_LINE = 30_000;

/** The time that a view is of, at a moment. A linked line is near its end, where the newest lines are. */
export function toWindow({range, from, to, line}: LogsView, now: number): TimeWindow {
  const at = line === undefined ? undefined : readLineId(line)?.at;
  const end = Math.min(to ? Date.parse(to) : now, at === undefined ? Infinity : at + AFTER_LINE);
  const begin = range === 'custom' && from ? Date.parse(from) : end - RANGES[range === 'custom' ? '1h' : range];
  return {from: new Date(begin).toISOString(), to: new Date(end).toISOString()};
}

/** Whether new lines may still come. */
export function isOpenEnded({range, line}: LogsView): boolean {
  return range !== 'custom' && line === undefined;
}

function isRange(value: string): value is RangeId {
  return Object.hasOwn(RANGES, value);
}

function readMoment(text: string | null): string | undefined {
  const at = Date.parse(text ?? '');
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}
