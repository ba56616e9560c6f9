import type {Dispose} from './dispose.ts';

/** Payloads of events by name. Open: a module adds its own by declaration merging. */
export interface PortalEvents {
  'portal:module-activated': {readonly module: string; readonly version: string};
  'portal:module-deactivated': {readonly module: string; readonly version: string};
  'portal:module-failed': {readonly module: string; readonly version: string; readonly code: string};
  'portal:composition-changed': {readonly composition: string};
}

export type EventName = keyof PortalEvents;

/** Names are `<module-id>:<event>`. A subscriber that throws is reported as its module's error; the others still run. */
export interface EventBus {
  emit<N extends EventName>(name: N, payload: PortalEvents[N]): void;
  on<N extends EventName>(name: N, listener: (payload: PortalEvents[N]) => void): Dispose;
}
