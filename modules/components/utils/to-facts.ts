import {toText} from './to-text.ts';

export interface Fact {
  readonly key: string;
  readonly value: string;
}

/** The leaves of nested data with their dotted paths; lists as one line. */
export function toFacts(data: unknown, path: readonly string[] = []): readonly Fact[] {
  if (data === undefined || data === null) return [];
  if (Array.isArray(data)) return [{key: path.join('.'), value: data.map(toText).join(', ')}];
  if (typeof data === 'object') {
    return Object.entries(data).flatMap(([key, value]) => toFacts(value, [...path, key]));
  }
  return [{key: path.join('.'), value: toText(data)}];
}
