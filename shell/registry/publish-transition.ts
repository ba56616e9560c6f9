import type {PortalError} from '@openchoreo/portal-contract';
import type {ShellEventBus} from '../events/event-bus.ts';
import type {ModuleRecord} from './module-record.ts';

/** Tells the portal what became of a module. */
export function publishTransition(
  record: ModuleRecord,
  events: ShellEventBus,
  report: (module: string, error: PortalError) => void,
): void {
  const {head, status} = record;
  const module = {module: head.id, version: head.version};
  if (status === 'active') events.emit('portal:module-activated', module);
  if (status === 'deactivated') events.emit('portal:module-deactivated', module);
  if (status !== 'failed') return;
  report(head.id, record.error);
  events.emit('portal:module-failed', {...module, code: record.error.code});
}
