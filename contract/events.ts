import type {Dispose} from './dispose.ts';

/** Payloads of events by name. Open: a module adds its own by declaration merging. */
export interface PortalEvents {
  'portal:module-activating': ModuleEvent;
  'portal:module-activated': ModuleEvent;
  'portal:module-deactivating': ModuleEvent;
  'portal:module-deactivated': ModuleEvent;
  'portal:module-cleaned-up': ModuleEvent;
  'portal:module-failed': ModuleEvent & {readonly code: string};
  'portal:module-quarantined': ModuleEvent & {readonly code: string};
  /** The module was added to this tab after its start; nothing of it is fetched yet. */
  'portal:module-registered': ModuleEvent;
  'portal:composition-changed': {readonly composition: string};
  'portal:command-ran': {readonly command: string; readonly module: string; readonly code?: string};
}

interface ModuleEvent {
  readonly module: string;
  readonly version: string;
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
