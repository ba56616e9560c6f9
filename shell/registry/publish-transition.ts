import type {ModuleHead, ModuleTabStatus, PortalError, PortalEvents} from '@openchoreo/portal-contract';
import type {ShellEventBus} from '../events/event-bus.ts';
import type {ModuleRecord} from './module-record.ts';
import type {Timelines} from './timelines.ts';

type TransitionEvent = Extract<keyof PortalEvents, `portal:module-${string}`>;

const EVENTS: Readonly<Record<ModuleTabStatus, TransitionEvent>> = {
  registered: 'portal:module-registered',
  activating: 'portal:module-activating',
  active: 'portal:module-activated',
  deactivating: 'portal:module-deactivating',
  deactivated: 'portal:module-deactivated',
  failed: 'portal:module-failed',
  quarantined: 'portal:module-quarantined',
};

export interface Transitions {
  readonly tell: (record: ModuleRecord) => void;
  readonly tellCleanedUp: (head: ModuleHead) => void;
  /** From now on modules that are registered are told of, too: those of the first page are everybody's beginning. */
  readonly start: () => void;
}

/** Tells the portal what becomes of its modules: as events, and in each one's timeline. */
export function createTransitions(
  events: ShellEventBus,
  timelines: Timelines,
  report: (module: string, error: PortalError) => void,
): Transitions {
  let isStarted = false;

  function emit({id, version}: ModuleHead, name: TransitionEvent, code?: string): void {
    events.publish(name, {module: id, version, ...(code && {code})});
  }

  return {
    tell(record) {
      const {head, status} = record;
      const code = 'error' in record ? record.error.code : undefined;
      if (status === 'registered' && timelines.of(head.id).at(-1)?.status !== 'quarantined') {
        if (head.base !== undefined) timelines.add(head.id, 'routes-registered');
        if (head.navigation?.length) timelines.add(head.id, 'navigation-added');
      }
      timelines.add(head.id, status, code);
      if ('error' in record) report(head.id, record.error);
      if (status !== 'registered' || isStarted) emit(head, EVENTS[status], code);
    },
    tellCleanedUp(head) {
      timelines.add(head.id, 'cleaned-up');
      emit(head, 'portal:module-cleaned-up');
    },
    start: () => void (isStarted = true),
  };
}
