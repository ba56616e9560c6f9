import {createHash} from 'node:crypto';
import {isJsonObject, type Json} from './json.ts';

/** A short name for a value: equal values have equal ones, whatever order the database keeps their keys in. */
export function contentHash(value: Json, length = 8): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(value)))
    .digest('hex')
    .slice(0, length);
}

/** An identifier in the shape of a UUID that is the same for equal values. */
export function contentUuid(value: Json): string {
  const hex = contentHash(value, 32);
  return [hex.slice(0, 8), hex.slice(8, 12), `5${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20)].join('-');
}

function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map((item: Json) => sorted(item));
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).filter((entry): entry is [string, Json] => entry[1] !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, sorted(item)]));
}
