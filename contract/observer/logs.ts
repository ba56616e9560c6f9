import {PortalError} from '../errors.ts';
import type {Shared} from '../openchoreo/client.ts';
import type {Scope} from '../scope.ts';
import type {ObserverClient} from './client.ts';
import type {LogLevel, LogLine} from './log-line.ts';

export interface LogsFilter {
  /** At least a namespace; a component with its project. */
  readonly scope: Scope;
  /** Moments as ISO texts, both included. */
  readonly from: string;
  readonly to: string;
  /** None: all levels, and lines of which the level is not known. */
  readonly levels?: readonly LogLevel[];
  readonly text?: string;
  readonly order?: 'newest-first' | 'oldest-first';
  /** 1–1000. Default 100. */
  readonly limit?: number;
}

export interface LogPage {
  readonly lines: readonly LogLine[];
  /** How many there are; the observer counts to 1000. */
  readonly total: number;
}

/** Keys of what the portal caches from the observer. What was written stays as it is: no change of an object refreshes it. */
export type ObserverKey = readonly ['observer', 'logs', Scope, Readonly<Record<string, unknown>>];

const PATH = '/api/v1/logs/query';

/** The lines of a scope and a time that pass a filter. There is no cursor: whoever wants more moves the time. */
export async function queryLogs(
  client: ObserverClient,
  {scope, from, to, levels = [], text = '', order = 'newest-first', limit = 100}: LogsFilter,
  {signal, shared}: {readonly signal?: AbortSignal | undefined; readonly shared?: Shared} = {},
): Promise<LogPage> {
  const body = {
    startTime: from,
    endTime: to,
    limit,
    sortOrder: order === 'newest-first' ? 'desc' : 'asc',
    searchScope: scope,
    ...(levels.length > 0 && {logLevels: levels}),
    ...(text !== '' && {searchPhrase: text}),
  };
  const init = {method: 'POST', body, signal, shared, reads: true};
  const [answer, {logsAnswer, toLine}] = await Promise.all([client.request(PATH, init), import('./log-answers.ts')]);
  const parsed = logsAnswer.safeParse(answer);
  if (!parsed.success) throw new PortalError('API_INVALID_ANSWER', [PATH], {cause: parsed.error});
  const {logs, total = logs.length} = parsed.data;
  return {lines: logs.map(toLine), total};
}

/** The key under which the lines of a filter are kept; `more` for what is kept of them in another form. */
export function toLogsKey(
  {scope, ...filter}: LogsFilter,
  more: Readonly<Record<string, unknown>> = {},
): {readonly queryKey: ObserverKey} {
  return {queryKey: ['observer', 'logs', scope, {...filter, ...more}]};
}

/** `queryLogs` through the portal's cache. */
export function logsQuery(
  client: ObserverClient,
  filter: LogsFilter,
): {
  readonly queryKey: ObserverKey;
  readonly queryFn: (context: {signal: AbortSignal}) => Promise<LogPage>;
} {
  return {...toLogsKey(filter), queryFn: ({signal}) => queryLogs(client, filter, {signal, shared: true})};
}
