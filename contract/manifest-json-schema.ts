import * as z from 'zod/mini';
import {manifestSchema} from './manifest.ts';

/** The manifest's JSON Schema (draft 2020-12), for editors and for tools that do not run zod. */
export function manifestJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(manifestSchema, {unrepresentable: 'any', io: 'input'});
}
