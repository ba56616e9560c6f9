import {
  PortalError,
  toFaults,
  toFaultText,
  type StoreDefinition,
  type StoreSchema,
  type StoreVerdict,
} from '@openchoreo/portal-contract';
import type {FieldValues} from './module-stores.ts';

/**
 * The values as the fields' schemas give them back. Throws `STORE_INVALID` with every fault, `STORE_UNKNOWN` for a field
 * that was not declared.
 */
export function checkValues(module: string, fields: StoreDefinition, values: FieldValues): FieldValues {
  const checked: Record<string, unknown> = {};
  const faults: string[] = [];
  for (const [name, value] of Object.entries(values)) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!field) throw new PortalError('STORE_UNKNOWN', [`${module}.${name}`]);
    const verdict = validate(field.schema, value);
    if (verdict.issues) faults.push(toText(name, value, verdict.issues));
    else checked[name] = verdict.value;
  }
  if (faults.length > 0) throw new PortalError('STORE_INVALID', [module, faults.join('; ')]);
  return checked;
}

function validate(schema: StoreSchema, value: unknown): StoreVerdict<unknown> {
  const verdict = schema['~standard'].validate(value);
  return verdict instanceof Promise ? {issues: [{message: 'a schema that answers at once'}]} : verdict;
}

type Issues = NonNullable<StoreVerdict<unknown>['issues']>;

function toText(name: string, value: unknown, issues: Issues): string {
  const placed = issues.map(({path = [], ...issue}) => ({
    ...issue,
    path: [name, ...path.map((step) => (typeof step === 'object' ? step.key : step))],
  }));
  // zod's issues say more than their message; those of others have the message alone, which is what is said then.
  return toFaultText(toFaults(placed as unknown as Parameters<typeof toFaults>[0], {[name]: value}));
}
