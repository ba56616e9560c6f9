import {PortalError, toFaultText, type Dispose, type EventBus, type ModuleManifest} from '@openchoreo/portal-contract';
import type {FindFaults} from '../schema/index.ts';
import {activationEvents} from './activation-events.ts';
import type {ShellEventBus} from './event-bus.ts';
import type {Listener} from './listener-list.ts';

/**
 * The event bus as one module has it: it publishes the events its manifest declares, with payloads that fit their
 * schemas, and hears those that it names. Whatever else it asks for is refused by name.
 *
 * The validator is loaded before the module activates, and only for modules that publish: emitting stays synchronous.
 */
export async function createModuleEvents(
  {id, events: {publish = {}, subscribe = [], undeclared = false} = {}, activation = []}: ModuleManifest,
  signal: AbortSignal,
  bus: ShellEventBus,
): Promise<EventBus> {
  const checks = await compileChecks(publish);
  const heard = new Set([...checks.keys(), ...subscribe, ...activationEvents({activation})]);

  return {
    emit(name: string, payload: unknown): void {
      const findFaults = checks.get(name);
      if (!findFaults && !(undeclared && name.startsWith(`${id}:`))) throw toRefusal(id, name);
      if (signal.aborted) throw new PortalError('MODULE_INACTIVE', [id]);
      const faults = findFaults?.(payload) ?? [];
      if (faults.length > 0) throw new PortalError('EVENT_INVALID', [name, toFaultText(faults)]);
      bus.publish(name, payload);
    },
    on(name: string, listener: Listener): Dispose {
      if (!heard.has(name) && !undeclared) throw new PortalError('EVENT_NOT_DECLARED', [id, name, 'events.subscribe']);
      return bus.onAs(id, name, listener);
    },
  };
}

function toRefusal(id: string, name: string): PortalError {
  const owner = name.split(':')[0] ?? '';
  if (owner !== id) return new PortalError('EVENT_NOT_OWNED', [id, name, owner]);
  return new PortalError('EVENT_NOT_DECLARED', [id, name, 'events.publish']);
}

async function compileChecks(schemas: Readonly<Record<string, unknown>>): Promise<ReadonlyMap<string, FindFaults>> {
  const declared = Object.entries(schemas);
  if (declared.length === 0) return new Map();
  const {compileSchema} = await import('../schema/index.ts');
  return new Map(declared.map(([name, schema]) => [name, compileSchema(schema)]));
}
