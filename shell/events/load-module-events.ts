import {PortalError, type EventBus, type ModuleManifest} from '@openchoreo/portal-contract';
import type {ShellEventBus} from './event-bus.ts';

/** The event bus as the module has it. Most declare no event: for them nothing more is fetched, and all is refused. */
export async function loadModuleEvents(
  manifest: ModuleManifest,
  signal: AbortSignal,
  bus: ShellEventBus,
): Promise<EventBus> {
  const {id, events, activation} = manifest;
  if (events ?? activation) return (await import('./module-events.ts')).createModuleEvents(manifest, signal, bus);
  const refuse = (name: string): never => {
    throw new PortalError('EVENT_NOT_DECLARED', [id, name, 'events']);
  };
  return {emit: refuse, on: refuse};
}
