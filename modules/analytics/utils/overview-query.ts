import {parseRange, type Range} from './time-range.ts';

/** What the overview shows, kept in the page's address so that a link shows the same. */
export interface OverviewView {
  readonly range: Range;
  /** `total`: how many there were; `created`: how many came. */
  readonly show: 'total' | 'created';
}

/** Reads the view from an address. What it cannot read counts as absent. */
export function parseOverview(query: URLSearchParams, standard: Range): OverviewView {
  return {
    range: parseRange(query.get('range')) ?? standard,
    show: query.get('show') === 'created' ? 'created' : 'total',
  };
}

/** The query of an address, without what is the default anyway. */
export function toOverviewQuery({range, show}: OverviewView, standard: Range): string {
  const query = new URLSearchParams();
  if (range !== standard) query.set('range', range);
  if (show !== 'total') query.set('show', show);
  const text = query.toString();
  return text && `?${text}`;
}
