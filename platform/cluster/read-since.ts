import {ApiError} from '../engine/api-error.ts';

/** The moment `sinceSeconds` speaks of, in milliseconds; the beginning of time without it. Throws 400 for nonsense. */
export function readSince(query: URLSearchParams, now: Date): number {
  const text = query.get('sinceSeconds');
  if (text === null || text === '') return -Infinity;
  if (/^\d{1,9}$/.test(text)) return now.getTime() - Number(text) * 1000;
  throw new ApiError('BAD_REQUEST', 'Invalid format for parameter sinceSeconds: must be a whole number', {
    details: [{field: 'sinceSeconds', message: 'must be a whole number of at most nine digits'}],
  });
}

/** A query parameter that cannot be left out. */
export function readRequired(query: URLSearchParams, name: string): string {
  const value = query.get(name);
  if (value) return value;
  throw new ApiError('BAD_REQUEST', `Query argument ${name} is required, but not found`, {
    details: [{field: name, message: 'is required'}],
  });
}
