import {toFieldKey, type FieldValue, type SchemaField} from './schema-fields.ts';

/** What people typed, by field key. */
export type FieldValues = Readonly<Record<string, FieldValue>>;

export type ValueFault =
  'required' | 'number' | 'integer' | 'minimum' | 'maximum' | 'pattern' | 'too-short' | 'too-long';

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
  return undefined;
}

/**
 * The `parameters` object of a component. Fields left empty are left out, so that the type's defaults apply.
 * `kept` is what the component has now: what no field shows stays as it is.
 */
export function toParameters(
  fields: readonly SchemaField[],
  values: FieldValues,
  kept: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  const parameters = structuredClone(kept) as Record<string, unknown>;
  for (const field of fields) {
    const value = toTyped(field, values[toFieldKey(field)] ?? field.initial);
    setAt(parameters, field.path, value);
  }
  return parameters;
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
      return [toFieldKey(field), typeof value === 'boolean' ? value : String(value)];
    }),
  );
}

function toTyped({input}: SchemaField, value: FieldValue): unknown {
  if (value === '') return undefined;
  if (input.kind === 'number') return Number(value);
  if (input.kind === 'choice') return input.options.find((option) => String(option) === value);
  return value;
}

function setAt(target: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [key, ...rest] = path;
  // Names come from a type's schema, which people write: an own property is made whatever it is called.
  if (key === undefined || key === '__proto__') return;
  if (rest.length === 0) {
    if (value === undefined) delete target[key];
    else target[key] = value;
    return;
  }
  const child = target[key];
  const next: Record<string, unknown> = typeof child === 'object' && child !== null ? {...child} : {};
  setAt(next, rest, value);
  if (Object.keys(next).length > 0) target[key] = next;
  else delete target[key];
}

function matches(pattern: string, value: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(value);
  } catch {
    // The platform reads patterns in another dialect; what this engine cannot read is left to the platform.
    return true;
  }
}
