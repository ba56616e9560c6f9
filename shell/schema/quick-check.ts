import {everyItem, isJson, isRecord} from './json-value.ts';

export type Check = (value: unknown) => boolean;

/** What a schema may say without being asked to check anything. */
const SILENT = new Set(['$schema', '$comment', 'title', 'description', 'default', 'examples', 'deprecated']);

/**
 * A predicate of closures for the keywords that most schemas are made of; undefined when the schema uses another.
 * It says yes exactly when the whole validator does (a test compares the two) and is some ten times faster: events
 * are checked at every emit.
 */
export function compileQuickCheck(schema: unknown): Check | undefined {
  if (schema === true) return (value) => isJson(value);
  if (schema === false) return () => false;
  if (!isRecord(schema)) return undefined;
  const checks: Check[] = [];
  for (const [keyword, wanted] of Object.entries(schema)) {
    if (SILENT.has(keyword) || STRUCTURE.has(keyword)) continue;
    const check = toCheck(keyword, wanted);
    if (!check) return undefined;
    checks.push(check);
  }
  const inside = [compileObject(schema), compileList(schema)] as const;
  if (!inside[0] || !inside[1]) return undefined;
  const [fitsObject, fitsList] = inside;
  const fitsInside: Check = (value) => {
    if (typeof value !== 'object' || value === null) return isJson(value);
    return Array.isArray(value) ? fitsList(value) : fitsObject(value);
  };
  return all([...checks, fitsInside]);
}

/** Keywords that look inside lists and objects. */
const STRUCTURE = new Set(['properties', 'required', 'additionalProperties', 'items']);

function toCheck(keyword: string, wanted: unknown): Check | undefined {
  if (keyword === 'type') return typeof wanted === 'string' ? TYPES[wanted] : anyType(wanted);
  if (keyword === 'const') return isSimple(wanted) ? (value) => value === wanted : undefined;
  if (keyword === 'enum') {
    const values = Array.isArray(wanted) && wanted.every(isSimple) ? new Set<unknown>(wanted) : undefined;
    return values && ((value) => values.has(value));
  }
  const bound = typeof wanted === 'number' && Number.isFinite(wanted) ? BOUNDS[keyword] : undefined;
  return bound?.(wanted as number);
}

const TYPES: Readonly<Record<string, Check>> = {
  string: (value) => typeof value === 'string',
  number: (value) => Number.isFinite(value),
  integer: (value) => Number.isInteger(value),
  boolean: (value) => typeof value === 'boolean',
  null: (value) => value === null,
  array: (value) => Array.isArray(value),
  object: isRecord,
};

function anyType(names: unknown): Check | undefined {
  if (!Array.isArray(names)) return undefined;
  const checks = names.map((name: unknown) => TYPES[String(name)]);
  return checks.every((check) => check !== undefined) ? (value) => checks.some((check) => check(value)) : undefined;
}

const ofNumber =
  (fits: (value: number, bound: number) => boolean) =>
  (bound: number): Check =>
  (value) =>
    typeof value !== 'number' || fits(value, bound);
const ofText =
  (fits: (length: number, bound: number) => boolean) =>
  (bound: number): Check =>
  (value) =>
    typeof value !== 'string' || fits(countCharacters(value), bound);
const ofList =
  (fits: (length: number, bound: number) => boolean) =>
  (bound: number): Check =>
  (value) =>
    !Array.isArray(value) || fits(value.length, bound);
const atLeast = (value: number, bound: number): boolean => value >= bound;
const atMost = (value: number, bound: number): boolean => value <= bound;

const BOUNDS: Readonly<Record<string, (bound: number) => Check>> = {
  minimum: ofNumber(atLeast),
  maximum: ofNumber(atMost),
  exclusiveMinimum: ofNumber((value, bound) => value > bound),
  exclusiveMaximum: ofNumber((value, bound) => value < bound),
  minLength: ofText(atLeast),
  maxLength: ofText(atMost),
  minItems: ofList(atLeast),
  maxItems: ofList(atMost),
};

function compileObject(schema: Readonly<Record<string, unknown>>): Check | undefined {
  const {properties = {}, required = [], additionalProperties = true} = schema;
  if (!isRecord(properties) || !Array.isArray(required)) return undefined;
  const fitsOther = compileQuickCheck(additionalProperties);
  const named = new Map<string, Check>();
  for (const [key, sub] of Object.entries(properties)) {
    const check = compileQuickCheck(sub);
    if (!check) return undefined;
    named.set(key, check);
  }
  if (!fitsOther) return undefined;
  const needed = required as readonly string[];
  return (value) => {
    if (!isRecord(value)) return false;
    for (const key of needed) if (!Object.hasOwn(value, key) || value[key] === undefined) return false;
    for (const key in value) {
      const item = value[key];
      if (item !== undefined && !(named.get(key) ?? fitsOther)(item)) return false;
    }
    return true;
  };
}

function compileList({items = true}: Readonly<Record<string, unknown>>): Check | undefined {
  const fits = compileQuickCheck(items);
  return fits && ((value) => everyItem(value as readonly unknown[], fits));
}

/** One function, not a list of them, where there are few: the engine can then follow the calls. */
function all(checks: readonly Check[]): Check {
  const [first, second, ...others] = checks;
  if (!first) return () => true;
  if (!second) return first;
  const rest = others.length > 0 ? all(others) : undefined;
  return (value) => first(value) && second(value) && (rest?.(value) ?? true);
}

function isSimple(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}

/** Characters as JSON Schema counts them: code points. */
function countCharacters(text: string): number {
  return Array.from(text).length;
}
