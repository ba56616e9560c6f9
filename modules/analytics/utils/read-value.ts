/** The text at the path into data that came over the wire; empty where there is none. */
export function textAt(data: unknown, ...path: readonly string[]): string {
  const value = valueAt(data, path);
  return typeof value === 'string' ? value : '';
}

/** Whether exactly `true` stands at the path; undefined where nothing or something else does. */
export function booleanAt(data: unknown, ...path: readonly string[]): boolean | undefined {
  const value = valueAt(data, path);
  return typeof value === 'boolean' ? value : undefined;
}

/** The list at the path; empty where there is none. */
export function listAt(data: unknown, ...path: readonly string[]): readonly unknown[] {
  const value = valueAt(data, path);
  return Array.isArray(value) ? value : [];
}

/** The moment at the path in milliseconds; undefined where no date can be read. */
export function momentAt(data: unknown, ...path: readonly string[]): number | undefined {
  const moment = Date.parse(textAt(data, ...path));
  return Number.isNaN(moment) ? undefined : moment;
}

function valueAt(data: unknown, path: readonly string[]): unknown {
  let value = data;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[key];
  }
  return value;
}
