import {describeValue, type Fault, type Result} from '@openchoreo/portal-contract';
import {Ajv2020, type ErrorObject} from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** Everything that is wrong with a value, by one JSON Schema; nothing when it fits. */
export type SchemaCheck = (value: unknown) => readonly Fault[];

/** Faults beyond these help nobody. */
const MAX_FAULTS = 20;

/** Schemas are read as data of modules: they stay apart from each other, and refer to nothing outside themselves. */
const ajv = new Ajv2020({strict: false, allErrors: true, logger: false, addUsedSchema: false});
addFormats(ajv);

/** Makes a check of a JSON Schema (draft 2020-12), or says what is wrong with the schema. */
export function compileSchema(schema: Readonly<Record<string, unknown>>): Result<SchemaCheck, string> {
  try {
    const validate = ajv.compile(schema);
    return {
      ok: true,
      value: (value) => (validate(value) ? [] : toFaults(validate.errors ?? [], value)),
    };
  } catch (error) {
    return {ok: false, error: error instanceof Error ? error.message.slice(0, 300) : 'not a JSON Schema'};
  }
}

function toFaults(errors: readonly ErrorObject[], value: unknown): readonly Fault[] {
  const faults = errors.map((error) => toFault(error, value));
  const once = new Map(faults.map((fault) => [JSON.stringify(fault), fault]));
  return [...once.values()].slice(0, MAX_FAULTS);
}

function toFault({instancePath, keyword, params, message = 'something else'}: ErrorObject, value: unknown): Fault {
  const steps = instancePath.split('/').slice(1).map(unescape);
  if (keyword === 'required') {
    const path = [...steps, String(params['missingProperty'])].join('.');
    return {path, found: 'nothing', expected: 'a value'};
  }
  if (keyword === 'additionalProperties' || keyword === 'unevaluatedProperties') {
    const name = String(params['additionalProperty'] ?? params['unevaluatedProperty']);
    return {path: [...steps, name].join('.'), found: 'a field', expected: 'no such field'};
  }
  const found = describeValue(steps.reduce<unknown>(step, value));
  if (keyword === 'enum') return {path: steps.join('.'), found, expected: list(params['allowedValues'])};
  if (keyword === 'const') return {path: steps.join('.'), found, expected: JSON.stringify(params['allowedValue'])};
  return {path: steps.join('.'), found, expected: message.replace(/^must be /, '').replace(/^must /, '')};
}

function step(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

function list(allowed: unknown): string {
  return Array.isArray(allowed) ? allowed.map((one) => JSON.stringify(one)).join(' or ') : 'another value';
}

/** A step of a JSON Pointer. */
function unescape(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}
