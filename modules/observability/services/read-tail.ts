import {queryLogs, type LogLine, type ObserverClient} from '@openchoreo/portal-contract';
import {mergeLines} from '../utils/merge-lines.ts';
import type {LineFilter} from './read-page.ts';

/** What has been written since somebody began to look. */
export interface Tail {
  /** The newest first. */
  readonly lines: readonly LogLine[];
  /** How many the last reading brought. */
  readonly arrived: number;
}

export const NO_TAIL: Tail = {lines: [], arrived: 0};

/** Lines reach the observer late: what is older than the newest one by no more than this is asked for again. */
const OVERLAP = 10_000;
const MOST = 1000;
/** What a page that is left open keeps. */
const KEPT = 5000;

/** Reads what is new, and puts it before what was there. */
export async function readTail(
  client: ObserverClient,
  {filter, since, before, signal}: {filter: LineFilter; since: string; before: Tail; signal: AbortSignal},
): Promise<Tail> {
  const newest = before.lines[0];
  const from = newest ? Math.max(Date.parse(since), Date.parse(newest.timestamp) - OVERLAP) : Date.parse(since);
  const window = {from: new Date(from).toISOString(), to: new Date().toISOString()};
  const {lines} = await queryLogs(client, {...filter, ...window, limit: MOST}, {signal, shared: true});
  const merged = mergeLines(lines, before.lines)
    .map(({line}) => line)
    .sort((a, b) => Date.parse(b.timestamp) - Date.parse(a.timestamp));
  return {lines: merged.slice(0, KEPT), arrived: Math.max(0, merged.length - before.lines.length)};
}
