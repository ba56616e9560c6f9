import {queryLogs, type LogLine, type LogsFilter, type ObserverClient} from '@openchoreo/portal-contract';
import type {TimeWindow} from '../types/logs-view.ts';

export type LineFilter = Pick<LogsFilter, 'scope' | 'levels' | 'text'>;

export interface LinePage {
  readonly lines: readonly LogLine[];
  /** Of the whole time, on the first page; the observer counts to 1000. */
  readonly total: number;
  /** Where the next page ends; absent on the last. */
  readonly next?: string;
}

const PAGE = 200;

/**
 * The newest lines up to a moment. The observer has no cursor, so the next page ends with the last moment of this one,
 * and brings again what was written at that moment; where one moment fills a whole page, it ends just before.
 */
export async function readPage(
  client: ObserverClient,
  {filter, window, to, signal}: {filter: LineFilter; window: TimeWindow; to: string; signal: AbortSignal},
): Promise<LinePage> {
  const asked = {...filter, from: window.from, to, limit: PAGE};
  const {lines, total} = await queryLogs(client, asked, {signal, shared: true});
  const last = lines.at(-1);
  if (lines.length < PAGE || last === undefined) return {lines, total};
  const end = Date.parse(last.timestamp);
  const next = end < Date.parse(lines[0]?.timestamp ?? '') ? end : end - 1;
  if (next < Date.parse(window.from)) return {lines, total};
  return {lines, total, next: new Date(next).toISOString()};
}
