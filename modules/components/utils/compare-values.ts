import {toText} from './to-text.ts';

/** One difference: `before` is missing where it was added, `after` where it was removed. */
export interface ValueChange {
  /** Readable, such as `container.env[LOG_LEVEL].value`. */
  readonly path: string;
  readonly before?: string;
  readonly after?: string;
}

/** What tells the entries of a list apart, the first that all of them have. */
const NAMES = ['key', 'instanceName', 'name'] as const;

type Parts = ReadonlyMap<string, unknown>;

/**
 * The leaves in which two values differ, in the order of the newer one, then what is gone. Entries of lists that have a
 * name are compared by it, so that one that is put first does not change all the others.
 */
export function compareValues(before: unknown, after: unknown, path = ''): readonly ValueChange[] {
  if (before === after) return [];
  const there = [before, after].filter((value) => value !== undefined);
  const key = there.every((value) => Array.isArray(value)) ? findName(there) : undefined;
  const [old, now] = [toParts(before, key), toParts(after, key)];
  const isEmpty = old?.size === 0 || now?.size === 0;
  // What is a leaf on one side has no parts to compare; what is empty has none to show.
  if ((old ?? now) === undefined || (there.length === 2 && !(old && now)) || (there.length === 1 && isEmpty)) {
    return toChange(path, before, after);
  }
  return [...new Set([...(now?.keys() ?? []), ...(old?.keys() ?? [])])].flatMap((part) =>
    compareValues(old?.get(part), now?.get(part), path && !part.startsWith('[') ? `${path}.${part}` : path + part),
  );
}

function toChange(path: string, before: unknown, after: unknown): readonly ValueChange[] {
  const [old, now] = [before, after].map((value) => (value === undefined ? undefined : toText(value)));
  if (old === now) return [];
  return [{path, ...(old !== undefined && {before: old}), ...(now !== undefined && {after: now})}];
}

/** Undefined for a leaf. */
function toParts(value: unknown, key: string | undefined): Parts | undefined {
  if (!isObject(value)) return undefined;
  if (!Array.isArray(value)) return new Map(Object.entries(value));
  return new Map(
    value.map((entry: unknown, index) =>
      key ? [`[${nameOf(entry, key)}]`, withoutName(entry, key)] : [`[${index}]`, entry],
    ),
  );
}

function findName(lists: readonly (readonly unknown[])[]): string | undefined {
  return NAMES.find((key) =>
    lists.every((list) => {
      const names = list.flatMap((entry) => nameOf(entry, key) ?? []);
      return names.length === list.length && new Set(names).size === names.length;
    }),
  );
}

function nameOf(entry: unknown, key: string): string | undefined {
  const name = isObject(entry) ? entry[key] : undefined;
  return typeof name === 'string' ? name : undefined;
}

/** The name stands in the path already; an entry that is nothing else keeps it. */
function withoutName(entry: unknown, key: string): unknown {
  const others = Object.entries(isObject(entry) ? entry : {}).filter(([field]) => field !== key);
  return others.length > 0 ? Object.fromEntries(others) : entry;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
