import type {Dispose} from '@openchoreo/portal-contract';
import type {ShellEventBus} from '../events/event-bus.ts';
import {whenIdle} from '@openchoreo/portal-lit';
import type {Registry} from './registry.ts';

/**
 * Activates modules that ask for it: `onEvent:<name>` when the event is published (the module then gets it, too),
 * `onStartup` once the page is shown and the browser has time.
 */
export function activateOnEvents(
  registry: Registry,
  events: ShellEventBus,
  report: (module: string, error: unknown) => void,
): Dispose {
  const activate = (id: string): Promise<boolean> =>
    registry.activate(id).then(
      () => true,
      (error: unknown) => {
        report(id, error);
        return false;
      },
    );

  const stopEvents = events.onAny((name, payload) => {
    for (const {head, status} of registry.all.get()) {
      if (status === 'active' || status === 'failed' || !head.activation?.includes(`onEvent:${name}`)) continue;
      void activate(head.id).then((isActive) => isActive && events.deliver(head.id, name, payload));
    }
  });

  const startUp = (): void => {
    for (const {head, status} of registry.all.get()) {
      if (status === 'registered' && head.activation?.includes('onStartup')) void activate(head.id);
    }
  };
  const stopRegistry = registry.all.listen(() => whenIdle(startUp));
  whenIdle(startUp);

  return () => {
    stopEvents();
    stopRegistry();
  };
}
