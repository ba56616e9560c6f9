import type * as z from 'zod/mini';
import {describeValue} from './describe-value.ts';
import type {Fault} from './errors.ts';

/** Turns zod's issues into the portal's faults, with the found value read from the data itself. */
export function toFaults(issues: readonly z.core.$ZodIssue[], data: unknown): readonly Fault[] {
  return issues.flatMap((issue): readonly Fault[] => {
    if (issue.code === 'invalid_union' && issue.errors.length > 0) {
      const closest = [...issue.errors].sort((a, b) => a.length - b.length)[0] ?? [];
      const at = (inner: z.core.$ZodIssue): z.core.$ZodIssue => ({...inner, path: [...issue.path, ...inner.path]});
      return toFaults(closest.map(at), data);
    }
    const path = issue.path.map(String).join('.');
    return [{path, found: describeValue(valueAt(data, issue.path)), expected: expectation(issue)}];
  });
}

function expectation(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return issue.expected;
  if (issue.code === 'invalid_value') return issue.values.map((value) => JSON.stringify(value)).join(' or ');
  if (issue.code === 'unrecognized_keys') return `no ${issue.keys.join(', ')}`;
  if (issue.code === 'too_big') return `at most ${issue.maximum} characters or items`;
  if (issue.code === 'too_small') return `at least ${issue.minimum} characters or items`;
  return issue.message;
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (value === null || value === undefined ? undefined : (value as Record<PropertyKey, unknown>)[key]),
    data,
  );
}
