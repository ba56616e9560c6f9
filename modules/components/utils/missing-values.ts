/** A value that a component needs in an environment and does not have there. */
export interface MissingValue {
  /** Path in the spec of a release binding. */
  readonly path: readonly string[];
  readonly description: string;
}

type Json = Readonly<Record<string, unknown>>;

/** What the schema of a component's environment values requires, has no default for, and finds nowhere in the values. */
export function findMissingValues(schema: unknown, values: unknown, path: readonly string[] = []): MissingValue[] {
  if (!isObject(schema) || !isObject(schema['properties'])) return [];
  const required = Array.isArray(schema['required']) ? schema['required'] : [];
  return Object.entries(schema['properties']).flatMap(([name, part]) => {
    const value = isObject(values) ? values[name] : undefined;
    const at = [...path, name];
    if (isObject(part) && isObject(part['properties'])) return findMissingValues(part, value, at);
    const isMissing = required.includes(name) && value === undefined && isObject(part) && part['default'] === undefined;
    return isMissing ? [{path: at, description: toText(part['description'])}] : [];
  });
}

/** The spec with a value at a path, made where the path is not there yet. */
export function withValue(spec: Json, [key = '', ...rest]: readonly string[], value: unknown): Json {
  const inner = spec[key];
  return {...spec, [key]: rest.length === 0 ? value : withValue(isObject(inner) ? inner : {}, rest, value)};
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
