import {parseRange, type Range} from './time-range.ts';

export const STATES = ['ready', 'not-ready', 'pending', 'deleting'] as const;
export const PLANE_STATES = ['connected', 'disconnected', 'unknown'] as const;
export const GROUPINGS = ['none', 'project', 'type'] as const;

/** What a report shows, kept in the page's address: a link to it shows the same. */
export interface ReportFilters {
  readonly range: Range;
  /** Empty: all. A type that does not occur shows nothing. */
  readonly type: string;
  readonly state: (typeof STATES)[number] | '';
  readonly plane: (typeof PLANE_STATES)[number] | '';
  readonly by: (typeof GROUPINGS)[number];
  /** From 1. */
  readonly page: number;
}

/** Reads the filters from an address. What it cannot read counts as absent. */
export function parseFilters(query: URLSearchParams, standard: Range): ReportFilters {
  const page = Number(query.get('page'));
  return {
    range: parseRange(query.get('range')) ?? standard,
    type: query.get('type') ?? '',
    state: STATES.find((state) => state === query.get('state')) ?? '',
    plane: PLANE_STATES.find((state) => state === query.get('plane')) ?? '',
    by: GROUPINGS.find((by) => by === query.get('by')) ?? 'none',
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  };
}

/** The query of an address, without what is the default anyway. */
export function toFilterQuery({range, type, state, plane, by, page}: ReportFilters, standard: Range): string {
  const query = new URLSearchParams();
  if (range !== standard) query.set('range', range);
  if (by !== 'none') query.set('by', by);
  if (type) query.set('type', type);
  if (state) query.set('state', state);
  if (plane) query.set('plane', plane);
  if (page > 1) query.set('page', String(page));
  const text = query.toString();
  return text && `?${text}`;
}
