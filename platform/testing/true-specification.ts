import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {Ajv, type ValidateFunction} from 'ajv';
import addFormats from 'ajv-formats';
import {parse} from 'yaml';
import {isJsonObject, type Json, type JsonObject} from '../engine/json.ts';

/** Statuses that belong to the middleware in front of the API, in shapes the file does not describe. */
const OUTSIDE = new Set([401, 405, 413, 503]);

export interface TrueSpecification {
  /** Names of all operations: `GET /api/v1/namespaces`. */
  readonly operations: readonly string[];
  /** Fails unless the answer is one the file describes, without a field it does not know. Returns the operation's name. */
  check(request: {method: string; path: string}, answer: {status: number; body: unknown}): string | undefined;
  /** Fails unless the file knows such a request: its path, each of its parameters, and its body. */
  checkRequest(request: {method: string; path: string; query?: URLSearchParams; body?: unknown}): void;
}

/** One of the platform's own OpenAPI files, from the folder named by `OPENCHOREO_SPEC_DIR`; undefined when that is not set. */
export function loadTrueSpecification(
  file: 'openchoreo-api.yaml' | 'observer-api.yaml' = 'openchoreo-api.yaml',
): TrueSpecification | undefined {
  const folder = process.env['OPENCHOREO_SPEC_DIR'];
  if (!folder) return undefined;
  const path = join(folder, file);
  // Reading it takes a second, and a test file starts many platforms.
  const specification = loaded.get(path) ?? createSpecification(path);
  loaded.set(path, specification);
  return specification;
}

const loaded = new Map<string, TrueSpecification>();

function createSpecification(path: string): TrueSpecification {
  // The observer's alternatives overlap: an empty list, and a scope of a namespace alone, are both of two.
  const text = readFileSync(path, 'utf8').replaceAll(/^( +)oneOf:$/gm, path.includes('observer') ? '$1anyOf:' : '$&');
  const specification = close(parse(text)) as JsonObject;
  const ajv = new Ajv({strict: false, allErrors: true, logger: false});
  addFormats(ajv);
  ajv.addSchema(specification, 'specification');
  const validators = new Map<string, ValidateFunction>();
  const paths = Object.entries(specification['paths'] as JsonObject).map(([path, methods]) => ({
    path,
    pattern: new RegExp(`^${path.replaceAll(/[.]/g, '\\.').replaceAll(/\{[^}]+\}/g, '[^/]+')}$`),
    methods: methods as JsonObject,
  }));
  const compile = (key: string, schema: Json): ValidateFunction => {
    const validate = validators.get(key) ?? ajv.compile(absolute(schema) as JsonObject);
    validators.set(key, validate);
    return validate;
  };
  return {
    operations: paths.flatMap(({path, methods}) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    ),
    check({method, path}, {status, body}) {
      const found = paths.find(({pattern, methods}) => pattern.test(path) && methods[method.toLowerCase()]);
      if (!found || OUTSIDE.has(status)) return undefined;
      const name = `${method} ${found.path}`;
      const pointer = ['paths', found.path, method.toLowerCase(), 'responses', String(status)];
      const response = resolve(specification, read(specification, pointer));
      assert.ok(response, `${name} answered ${status}, which the file does not describe: ${JSON.stringify(body)}`);
      const schema = read(response, ['content', 'application/json', 'schema']);
      if (schema === undefined) return name;
      const validate = compile(pointer.join(' '), schema);
      assert.ok(validate(body), `${name} ${status}: ${ajv.errorsText(validate.errors)} in ${JSON.stringify(body)}`);
      return name;
    },
    checkRequest({method, path, query = new URLSearchParams(), body}) {
      const found = paths.find(({pattern, methods}) => pattern.test(path) && methods[method.toLowerCase()]);
      assert.ok(found, `${method} ${path} is no operation of the file`);
      const name = `${method} ${found.path}`;
      const operation = found.methods[method.toLowerCase()];
      const parameters = [...listOf(operation, 'parameters'), ...listOf(found.methods, 'parameters')].map((parameter) =>
        resolve(specification, parameter),
      );
      const known = parameters
        .filter((parameter) => parameter?.['in'] === 'query')
        .map((parameter) => parameter?.['name']);
      const unknown = [...query.keys()].filter((parameter) => !known.includes(parameter));
      assert.deepEqual(unknown, [], `${name} has no query parameter ${unknown.join(', ')}`);
      const pointer = ['requestBody', 'content', 'application/json', 'schema'];
      const schema = read(operation, pointer);
      if (schema === undefined) {
        assert.equal(body, undefined, `${name} takes no body`);
        return;
      }
      const validate = compile(`${name} request`, schema);
      assert.ok(validate(body), `${name} is asked with ${ajv.errorsText(validate.errors)}: ${JSON.stringify(body)}`);
    },
  };
}

function listOf(value: Json | undefined, key: string): readonly Json[] {
  const list = read(value, [key]);
  return Array.isArray(list) ? list : [];
}

function resolve(specification: JsonObject, value: Json | undefined): JsonObject | undefined {
  if (!isJsonObject(value)) return undefined;
  const reference = value['$ref'];
  return typeof reference === 'string'
    ? resolve(specification, read(specification, reference.slice(2).split('/')))
    : value;
}

function read(value: Json | undefined, keys: readonly string[]): Json | undefined {
  return keys.reduce<Json | undefined>((current, key) => (isJsonObject(current) ? current[key] : undefined), value);
}

/** Local references, made to lead into the whole file. */
function absolute(schema: Json): Json {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"specification#/')) as Json;
}

/** Every object with named properties refuses others, except parts of an `allOf`, which each see the whole object. */
function close(value: unknown, open = false): unknown {
  if (Array.isArray(value)) return value.map((item) => close(item, open && value.length > 1));
  if (typeof value !== 'object' || value === null) return value;
  const closed = Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, close(item, key === 'allOf' || key === 'AuthzRoleRef')]),
  );
  const isClosable =
    !open && closed['type'] === 'object' && closed['properties'] && !('additionalProperties' in closed);
  return isClosable ? {...closed, additionalProperties: false} : closed;
}
