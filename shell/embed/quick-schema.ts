import type {FindFaults} from '../schema/index.ts';
import {compileQuickCheck} from '../schema/quick-check.ts';

/**
 * Stands in for `shell/schema` in foreign pages: what the quick check knows is checked, for the rest of JSON Schema the
 * portal itself has the validator, and every payload was there before it was here.
 */
export function compileSchema(schema: unknown): FindFaults {
  const isFitting = compileQuickCheck(schema);
  return (value) =>
    isFitting?.(value) === false ? [{path: '', found: 'what does not fit the schema', expected: 'what it says'}] : [];
}
