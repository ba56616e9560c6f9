import {Validator, type Schema} from '@cfworker/json-schema';
import {describeValue, type Fault} from '@openchoreo/portal-contract';
import {isRecord, toJson} from './json-value.ts';
import {compileQuickCheck} from './quick-check.ts';
import {toSchemaFaults} from './schema-faults.ts';

/** Every fault of a value, with its path, what was found and what belongs there; none when it fits. Never throws. */
export type FindFaults = (value: unknown) => readonly Fault[];

/**
 * A JSON Schema (draft 2020-12) made ready to check values, without `eval`. What is no schema fits nothing: the one
 * fault then says what is wrong with it.
 */
export function compileSchema(schema: unknown): FindFaults {
  const isFitting = compileQuickCheck(schema);
  let validator: Validator | undefined;

  function findFaults(value: unknown): readonly Fault[] {
    const {json, faults} = toJson(value);
    if (faults.length > 0) return faults;
    try {
      // Made when first needed, of a copy: it writes marks of its own into the schema.
      validator ??= new Validator(toSchema(schema), '2020-12', false);
      const {valid, errors} = validator.validate(json);
      return valid ? [] : toSchemaFaults(errors, schema, json);
    } catch (error) {
      return [{path: '', found: `a schema that cannot be used (${toText(error)})`, expected: 'a JSON Schema'}];
    }
  }

  return (value) => (isFitting?.(value) === true ? [] : findFaults(value));
}

function toSchema(schema: unknown): Schema | boolean {
  if (typeof schema === 'boolean') return schema;
  if (!isRecord(schema)) throw new TypeError(`it is ${describeValue(schema)}`);
  return structuredClone(schema);
}

function toText(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n')[0] ?? error.name) : String(error);
}
