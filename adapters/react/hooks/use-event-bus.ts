import type {EventBus, EventName, PortalEvents} from '@openchoreo/portal-contract';
import {useEffect, useEffectEvent} from 'react';
import {usePortal} from '../portal-context.ts';

/** The event bus, as the component's module may use it. */
export function useEventBus(): EventBus {
  return usePortal('useEventBus()').host.events;
}

/** Calls the listener with each event of that name while the component is in the page; the listener of the last render. */
export function useEvent<N extends EventName>(name: N, listener: (payload: PortalEvents[N]) => void): void {
  const events = useEventBus();
  const onEvent = useEffectEvent(listener);
  useEffect(() => events.on(name, (payload) => onEvent(payload)), [events, name]);
}
