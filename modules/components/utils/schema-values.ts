import {toFieldKey, type FieldValue, type SchemaField} from './schema-fields.ts';
import {toText} from './to-text.ts';

/** What people typed, by field key. */
export type FieldValues = Readonly<Record<string, FieldValue>>;

export type ValueFault =
  'required' | 'number' | 'integer' | 'minimum' | 'maximum' | 'pattern' | 'too-short' | 'too-long' | 'repository-url';

/** Why the value does not fit the field, judged by the same rules the platform applies. */
export function checkValue(field: SchemaField, value: FieldValue): ValueFault | undefined {
  if (typeof value === 'boolean') return undefined;
  if (value === '') return field.required ? 'required' : undefined;
  const {input} = field;
  if (input.kind === 'number') {
    const number = Number(value);
    if (Number.isNaN(number)) return 'number';
    if (input.integer && !Number.isInteger(number)) return 'integer';
    if (input.minimum !== undefined && number < input.minimum) return 'minimum';
    if (input.maximum !== undefined && number > input.maximum) return 'maximum';
  }
  if (input.kind === 'text') {
    if (input.minLength !== undefined && value.length < input.minLength) return 'too-short';
    if (input.maxLength !== undefined && value.length > input.maxLength) return 'too-long';
    if (input.pattern !== undefined && !matches(input.pattern, value)) return 'pattern';
  }
  return field.repository === 'url' && !REPOSITORY_URL.test(value) ? 'repository-url' : undefined;
}

/** `https://host/path`, `ssh://git@host/path`, `git@host:path`. */
const REPOSITORY_URL = /^(?:(?:https?|ssh|git):\/\/[^\s/]+\/\S+|[\w.-]+@[\w.-]+:\S+)$/;

/**
 * The `parameters` object of a component. Fields left empty are left out, so that the type's defaults apply.
 * `kept` is what the component has now: what no field shows stays as it is.
 */
export function toParameters(
  fields: readonly SchemaField[],
  values: FieldValues,
  kept: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return fields.reduce<Record<string, unknown>>(
    (parameters, field) =>
      withAt(parameters, field.path, toTyped(field, values[toFieldKey(field)] ?? field.initial)) ?? {},
    {...kept},
  );
}

/** What the form shows for a component's parameters: its own value, or the type's default. */
export function toFieldValues(
  fields: readonly SchemaField[],
  parameters: Readonly<Record<string, unknown>> = {},
): Record<string, FieldValue> {
  return Object.fromEntries(
    fields.map((field) => {
      const value = field.path.reduce<unknown>(
        (at, key) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined),
        parameters,
      );
      if (value === undefined) return [toFieldKey(field), field.initial];
      return [toFieldKey(field), typeof value === 'boolean' ? value : toText(value)];
    }),
  );
}

function toTyped({input}: SchemaField, value: FieldValue): unknown {
  if (value === '') return undefined;
  // What does not fit stays as it was typed, for people to see.
  if (input.kind === 'number') return Number.isNaN(Number(value)) ? value : Number(value);
  if (input.kind === 'choice') return input.options.find((option) => String(option) === value) ?? value;
  return value;
}

/** The object with another value at the path, and without objects that have nothing left in them. */
function withAt(target: unknown, path: readonly string[], value: unknown): Record<string, unknown> | undefined {
  const [key = '', ...rest] = path;
  const before = typeof target === 'object' && target !== null ? (target as Record<string, unknown>) : {};
  const next = rest.length === 0 ? value : withAt(before[key], rest, value);
  // Names come from a type's schema, which people write: both ways of writing here make an own property of any name.
  const entries = Object.entries({...before, [key]: next}).filter(([, one]) => one !== undefined);
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

function matches(pattern: string, value: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(value);
  } catch {
    // The platform reads patterns in another dialect; what this engine cannot read is left to the platform.
    return true;
  }
}
