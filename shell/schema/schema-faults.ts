import type {OutputUnit} from '@cfworker/json-schema';
import {describeValue, type Fault} from '@openchoreo/portal-contract';
import {isRecord} from './json-value.ts';

/** Keywords whose fault only says that something inside does not fit: what is inside says it better. */
const AROUND = new Set([
  '$ref', '$dynamicRef', 'additionalProperties', 'allOf', 'dependentSchemas', 'if', 'items', 'patternProperties',
  'prefixItems', 'properties', 'propertyNames', 'unevaluatedItems', 'unevaluatedProperties',
]); // prettier-ignore

/** The validator's findings as the portal's faults, one for each thing that is wrong. */
export function toSchemaFaults(units: readonly OutputUnit[], schema: unknown, value: unknown): readonly Fault[] {
  const told = units.filter((unit) => !AROUND.has(unit.keyword) && !isAlternative(unit, units));
  const faults = told.map((unit) => toFault(unit, schema, value));
  const different = new Map(faults.map((fault) => [`${fault.path} ${fault.expected}`, fault]));
  if (different.size > 0) return [...different.values()];
  return [{path: '', found: describeValue(value), expected: 'what the schema says'}];
}

/** Whether the finding is about one of several alternatives: that none fits is told once, for all. */
function isAlternative({keywordLocation}: OutputUnit, units: readonly OutputUnit[]): boolean {
  return units.some(
    ({keyword, keywordLocation: around}) =>
      (keyword === 'anyOf' || keyword === 'oneOf') && keywordLocation.startsWith(`${around}/`),
  );
}

function toFault(unit: OutputUnit, schema: unknown, value: unknown): Fault {
  const {keyword, error, instanceLocation} = unit;
  const [, missing] = keyword === 'required' ? (/property "(.*)"\.$/s.exec(error) ?? []) : [];
  const steps = [...toSteps(instanceLocation), ...(missing === undefined ? [] : [missing])];
  return {
    path: steps.join('.'),
    found: describeValue(steps.reduce<unknown>(stepInto, value)),
    expected: toExpectation(keyword, error, wantedAt(unit.keywordLocation, schema)),
  };
}

function toExpectation(keyword: string, error: string, wanted: unknown): string {
  const text = Array.isArray(wanted) ? wanted.map((one) => toText(one)).join(' or ') : toText(wanted);
  const wordings: Readonly<Record<string, string>> = {
    type: text,
    const: JSON.stringify(wanted),
    enum: Array.isArray(wanted) ? wanted.map((one) => JSON.stringify(one)).join(' or ') : text,
    required: 'a value',
    false: 'nothing',
    minimum: `at least ${text}`,
    maximum: `at most ${text}`,
    exclusiveMinimum: `more than ${text}`,
    exclusiveMaximum: `less than ${text}`,
    multipleOf: `a multiple of ${text}`,
    minLength: `at least ${text} characters`,
    maxLength: `at most ${text} characters`,
    pattern: `text like ${text}`,
    format: `a ${text}`,
    minItems: `at least ${text} items`,
    maxItems: `at most ${text} items`,
    uniqueItems: 'no item twice',
    anyOf: 'one of the forms that the schema names',
    oneOf: 'exactly one of the forms that the schema names',
  };
  return wordings[keyword] ?? error;
}

/** What the schema says at the place, references followed. */
function wantedAt(keywordLocation: string, schema: unknown): unknown {
  let at = schema;
  for (const step of toSteps(keywordLocation)) {
    at = stepInto(at, step);
    if (step === '$ref' && typeof at === 'string') at = toSteps(at).reduce<unknown>(stepInto, schema);
  }
  return at;
}

/** The steps of a JSON pointer in a fragment, `#/a/b`. */
function toSteps(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~'));
}

function stepInto(value: unknown, step: string): unknown {
  if (Array.isArray(value)) return value[Number(step)];
  return isRecord(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
