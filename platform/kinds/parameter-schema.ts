import {Ajv, type ErrorObject} from 'ajv';
import addFormats from 'ajv-formats';
import type {FieldError} from '../engine/api-error.ts';
import {at, isJsonObject, type Json, type JsonObject} from '../engine/json.ts';
import type {Resource} from '../engine/resource.ts';

/** What is wrong with a component's parameters, by its type's schema. Defaults of the schema count as given. */
export function findParameterFaults(type: Resource, parameters: Json | undefined): readonly FieldError[] {
  const schema = at(type.spec, 'parameters', 'openAPIV3Schema');
  if (!isJsonObject(schema)) return [];
  const validate = createAjv().compile(schema);
  if (validate(structuredClone(parameters ?? {}))) return [];
  return (validate.errors ?? []).map(toFieldError);
}

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

function toFieldError({instancePath, params, message = 'is not valid', keyword}: ErrorObject): FieldError {
  const missing = keyword === 'required' ? `/${String(params['missingProperty'])}` : '';
  const path = `${instancePath}${missing}`.replaceAll(/\/(\d+)(?=\/|$)/g, '[$1]').replaceAll('/', '.');
  return {field: `spec.parameters${path}`, message: missing ? 'is required' : message};
}
