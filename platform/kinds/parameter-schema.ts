import {Ajv, type ErrorObject, type ValidateFunction} from 'ajv';
import addFormats from 'ajv-formats';
import type {FieldError} from '../engine/api-error.ts';
import {at, isJsonObject, type Json, type JsonObject} from '../engine/json.ts';

/** What is wrong with values, by a section of a type's or trait's spec. Defaults of its schema count as given. */
export function findValueFaults(
  section: Json | undefined,
  values: Json | undefined,
  field = 'spec.parameters',
): readonly FieldError[] {
  const schema = at(section, 'openAPIV3Schema');
  if (!isJsonObject(schema)) return [];
  const validate = compile(schema);
  if (validate(structuredClone(values ?? {}))) return [];
  return (validate.errors ?? []).map((error) => toFieldError(error, field));
}

/** Types come again and again: what was compiled last is kept, by the text of the schema. */
function compile(schema: JsonObject): ValidateFunction {
  const key = JSON.stringify(schema);
  const known = compiled.get(key);
  if (known) return known;
  if (compiled.size >= MAX_COMPILED) compiled.clear();
  const validate = createAjv().compile(schema);
  compiled.set(key, validate);
  return validate;
}

const MAX_COMPILED = 100;
const compiled = new Map<string, ValidateFunction>();

/** What is wrong with a schema itself: it must compile, and refer to nothing outside itself. */
export function findSchemaFaults(
  spec: JsonObject,
  section: 'parameters' | 'environmentConfigs',
): readonly FieldError[] {
  const schema = at(spec, section, 'openAPIV3Schema');
  if (!isJsonObject(schema)) return [];
  try {
    createAjv().compile(schema);
    return [];
  } catch (error) {
    const message = error instanceof Error ? error.message : 'is not a JSON Schema';
    return [{field: `spec.${section}.openAPIV3Schema`, message: message.slice(0, 300)}];
  }
}

function createAjv(): Ajv {
  const ajv = new Ajv({strict: false, allErrors: true, useDefaults: true, logger: false, validateSchema: true});
  addFormats(ajv);
  return ajv;
}

function toFieldError(error: ErrorObject, field: string): FieldError {
  const {instancePath, params, message = 'is not valid', keyword} = error;
  const missing = keyword === 'required' ? `/${String(params['missingProperty'])}` : '';
  const path = `${instancePath}${missing}`.replaceAll(/\/(\d+)(?=\/|$)/g, '[$1]').replaceAll('/', '.');
  return {field: `${field}${path}`, message: missing ? 'is required' : message};
}
