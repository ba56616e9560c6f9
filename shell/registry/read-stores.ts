import {PortalError, type ModuleHead, type StoreDefinition} from '@openchoreo/portal-contract';

/** The stores of a module's main export. Throws `ACTIVATION_FAILED` when a field is not what `defineStores` takes. */
export function readStores(head: ModuleHead, definition: unknown): StoreDefinition | undefined {
  const stores = isRecord(definition) ? definition['stores'] : undefined;
  if (stores === undefined) return undefined;
  const wrong = isRecord(stores) ? Object.keys(stores).find((name) => !isField(name, stores[name])) : '';
  if (wrong === undefined) return stores as StoreDefinition;
  const cause = new TypeError(`stores.${wrong} is no field with a name like 'metrics', a schema and an initial value`);
  throw new PortalError('ACTIVATION_FAILED', [head.id], {cause});
}

function isField(name: string, field: unknown): boolean {
  if (!/^[a-z][\w-]{0,63}$/i.test(name) || !isRecord(field) || !('initial' in field)) return false;
  // A schema may be a function, too.
  const {schema} = field as {schema?: {'~standard'?: {validate?: unknown}}};
  return typeof schema?.['~standard']?.validate === 'function';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
