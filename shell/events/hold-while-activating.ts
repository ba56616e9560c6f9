import type {ModuleRecord} from '../registry/module-record.ts';
import type {ModuleStatus} from '@openchoreo/portal-contract';
import {activationEvents} from './activation-events.ts';
import type {ShellEventBus} from './event-bus.ts';

/**
 * Keeps events back from a module that is activating: its hook subscribes while it runs, and what is published
 * meanwhile must neither reach a module that is half there nor get lost. Once it is active it gets all of it, in order.
 */
export function holdWhileActivating(
  {head, ...state}: ModuleRecord,
  events: ShellEventBus,
  statusOf: (id: string) => ModuleStatus | undefined,
): void {
  if (state.status !== 'activating') return;
  events.hold(head.id, activationEvents(head));
  const settle = (): void => {
    const status = statusOf(head.id);
    if (status === 'active') events.release(head.id);
    else if (status !== 'activating') events.drop(head.id);
  };
  // A step later than the promise, when the registry has set the status that follows from it.
  void Promise.allSettled([state.ready]).then(settle);
}
