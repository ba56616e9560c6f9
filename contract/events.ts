import type {Dispose} from './dispose.ts';

/** Payloads of events by name. Open: a module adds its own by declaration merging. */
export interface PortalEvents {
  'portal:module-activated': {readonly module: string; readonly version: string};
  'portal:module-deactivated': {readonly module: string; readonly version: string};
  'portal:module-failed': {readonly module: string; readonly version: string; readonly code: string};
  'portal:composition-changed': {readonly composition: string};
  'portal:command-ran': {readonly command: string; readonly module: string; readonly code?: string};
}

export type EventName = keyof PortalEvents;

/**
 * Names are `<module-id>:<event>`. A subscriber that throws is reported as its module's error; the others still run.
 * A module publishes its own events and hears those that its manifest names.
 */
export interface EventBus<Published = PortalEvents, Heard = PortalEvents> {
  emit<N extends keyof Published & string>(name: N, payload: Published[N]): void;
  on<N extends keyof Heard & string>(name: N, listener: (payload: Heard[N]) => void): Dispose;
}
