import {PortalError, type DisposableStack, type Logger, type StoreDefinition} from '@openchoreo/portal-contract';
import type {WritableAtom} from 'nanostores';
import type {SendRequest} from '../data/request.ts';
import {checkValues} from './check-values.ts';
import type {Keeper} from './keep-values.ts';
import type {FieldValues, OpenStore} from './module-stores.ts';

export interface OpenStoreOptions {
  readonly module: string;
  readonly fields: StoreDefinition;
  /** What readers follow. */
  readonly $values: WritableAtom<FieldValues>;
  readonly undo: DisposableStack;
  readonly send: SendRequest;
  readonly log: Logger;
  /** Milliseconds that changes are gathered before they are kept. */
  readonly delay?: number | undefined;
}

/** What one module may have kept for one person; the gateway refuses more. */
const LIMIT = 32 * 1024;

/**
 * Opens the store of a module: its initial values, over them what the server keeps for the person. A kept value that
 * does not fit any more is dropped with a line in the log; a server that does not answer leaves the initial ones.
 */
export async function openStore(options: OpenStoreOptions): Promise<OpenStore> {
  const {module, fields, $values, undo, send, log, delay} = options;
  const kept = Object.keys(fields).filter((name) => fields[name]?.persist === 'user');
  const writer = toText(crypto.getRandomValues(new Uint32Array(4)));
  const initial = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.initial]));
  $values.set(Object.freeze(checkValues(module, fields, initial)));

  const merge = (change: FieldValues): void => $values.set(Object.freeze({...$values.get(), ...change}));

  const keeper = kept.length > 0 ? await startKeeping() : undefined;
  if (keeper) undo.defer(keeper.close);

  /** Fetched with the first store that keeps something. */
  async function startKeeping(): Promise<Keeper> {
    const {keepValues} = await import('./keep-values.ts');
    return keepValues({module, send, log, writer, onStale: () => void reload(), ...(delay !== undefined && {delay})});
  }

  async function reload(): Promise<void> {
    try {
      takeOver((await keeper?.read()) ?? {});
    } catch (error) {
      log.warn('What is kept of the store could not be read:', error);
    }
  }

  function takeOver(found: FieldValues): void {
    const current = $values.get();
    for (const name of kept.filter((one) => Object.hasOwn(found, one))) {
      try {
        const fitting = checkValues(module, fields, {[name]: found[name]});
        if (JSON.stringify(fitting[name]) !== JSON.stringify(current[name])) merge(fitting);
      } catch (error) {
        log.warn(`What was kept of '${name}' does not fit any more and is dropped:`, error);
      }
    }
  }

  await reload();

  return {
    change(change) {
      const checked = checkValues(module, fields, change);
      const changed = Object.fromEntries(Object.entries(checked).filter(([name]) => kept.includes(name)));
      if (keeper && Object.keys(changed).length > 0) {
        const all = Object.fromEntries(
          kept.map((name) => [name, name in changed ? changed[name] : $values.get()[name]]),
        );
        if (sizeOf(module, all) > LIMIT) throw new PortalError('STORE_TOO_LARGE', [module, '32 KiB']);
        keeper.write(changed);
      }
      merge(checked);
    },
    follow(by) {
      if (by !== writer) keeper?.follow();
    },
  };
}

/** Bytes of the values as JSON. Throws `STORE_INVALID` for what JSON has no place for. */
function sizeOf(module: string, values: FieldValues): number {
  let size = 0;
  for (const [name, value] of Object.entries(values)) {
    const json = toJson(value);
    if (json === undefined) {
      throw new PortalError('STORE_INVALID', [module, `${name}: found what JSON cannot hold, expected JSON`]);
    }
    size += new TextEncoder().encode(name + json).length;
  }
  return size;
}

/** Not always a text: undefined and functions have none. */
function toJson(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}

function toText(numbers: Uint32Array): string {
  return [...numbers].map((number) => number.toString(36)).join('-');
}
