import {describeValue, type Fault} from '@openchoreo/portal-contract';

const DEEPEST = 100;

/** Whether the value is JSON data through and through. A property that is `undefined` counts as absent. */
export function isJson(value: unknown, depth = 0): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || depth > DEEPEST) return false;
  if (Array.isArray(value)) return everyItem(value, (item) => isJson(item, depth + 1));
  if (!isRecord(value)) return false;
  for (const key in value) {
    if (value[key] !== undefined && !isJson(value[key], depth + 1)) return false;
  }
  return true;
}

/** A copy without the properties that are `undefined`; what is not JSON in it is listed. */
export function toJson(value: unknown): {readonly json: unknown; readonly faults: readonly Fault[]} {
  const faults: Fault[] = [];

  function copy(from: unknown, path: readonly string[]): unknown {
    if (typeof from !== 'object' || from === null) {
      if (!isJson(from)) faults.push(toFault(path, describeValue(from)));
      return from;
    }
    if (path.length > DEEPEST) faults.push(toFault(path.slice(0, 3), `more than ${DEEPEST} levels`));
    else if (Array.isArray(from)) return Array.from(from, (item, index) => copy(item, [...path, String(index)]));
    else if (isRecord(from)) {
      const kept = Object.entries(from).filter(([, item]) => item !== undefined);
      return Object.fromEntries(kept.map(([key, item]) => [key, copy(item, [...path, key])]));
    } else faults.push(toFault(path, `a ${from.constructor.name}`));
    return null;
  }

  return {json: copy(value, []), faults};
}

/** An object as JSON has them: no class of its own. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** As `every`, but an empty place counts as `undefined` instead of being passed over. */
export function everyItem(list: readonly unknown[], fits: (item: unknown) => boolean): boolean {
  for (const item of list) if (!fits(item)) return false;
  return true;
}

function toFault(path: readonly string[], found: string): Fault {
  return {path: path.join('.'), found, expected: 'JSON data'};
}
