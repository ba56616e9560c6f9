import type {Dispose, EventBus, EventName, PortalEvents} from '@openchoreo/portal-contract';

type Listener = (payload: never) => void;

export interface ShellEventBus extends EventBus {
  /** As `on`; what the listener throws is reported as the owner's. */
  onAs<N extends EventName>(owner: string, name: N, listener: (payload: PortalEvents[N]) => void): Dispose;
  /** Calls back after every emit, whatever its name: how an event activates a module. */
  onAny(listener: (name: EventName, payload: unknown) => void): Dispose;
  /** Hands an event to one owner's listeners only: to a module that the event itself has activated. */
  deliver(owner: string, name: EventName, payload: unknown): void;
}

/**
 * The portal's event bus. Listeners run at once, in the order they were added; one that throws is reported with its
 * owner and the others still run. Listeners added during an emit hear the next one.
 */
export function createEventBus(report: (owner: string, name: EventName, error: unknown) => void): ShellEventBus {
  const listeners = new Map<EventName, Map<Listener, string>>();
  const observers = new Set<(name: EventName, payload: unknown) => void>();

  function onAs(owner: string, name: EventName, listener: Listener): Dispose {
    // Its own function, so that adding one listener twice makes two registrations with two undos.
    const own: Listener = (payload) => listener(payload);
    const added = listeners.get(name) ?? new Map<Listener, string>();
    listeners.set(name, added.set(own, owner));
    return () => {
      added.delete(own);
      if (added.size === 0 && listeners.get(name) === added) listeners.delete(name);
    };
  }

  function call(name: EventName, payload: unknown, only?: string): void {
    for (const [listener, owner] of [...(listeners.get(name) ?? [])]) {
      if (only !== undefined && owner !== only) continue;
      try {
        listener(payload as never);
      } catch (error) {
        report(owner, name, error);
      }
    }
  }

  return {
    on: (name, listener) => onAs('portal', name, listener),
    onAs,
    emit(name, payload) {
      call(name, payload);
      for (const observer of [...observers]) observer(name, payload);
    },
    onAny(observer) {
      observers.add(observer);
      return () => void observers.delete(observer);
    },
    deliver: (owner, name, payload) => call(name, payload, owner),
  };
}
