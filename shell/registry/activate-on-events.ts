import type {Dispose} from '@openchoreo/portal-contract';
import {whenIdle} from '@openchoreo/portal-lit';
import {activationEvents} from '../events/activation-events.ts';
import type {ShellEventBus} from '../events/event-bus.ts';
import type {ModuleRecord} from './module-record.ts';
import type {Registry} from './registry.ts';

/**
 * Activates modules that ask for it: `onEvent:<name>` when the event is published (the module gets it once it is
 * active), `onStartup` once the first page has been painted and the browser has time.
 */
export function activateOnEvents(
  registry: Registry,
  events: ShellEventBus,
  report: (module: string, error: unknown) => void,
  firstPage: Promise<void>,
): Dispose {
  const waitingFor = createIndex(registry);
  const activate = (id: string): Promise<unknown> =>
    registry.activate(id).catch((error: unknown) => {
      events.drop(id);
      report(id, error);
    });

  const stopEvents = events.beforeEach((name) => {
    for (const {id} of waitingFor(name)) {
      const record = registry.find(id);
      if (!record || record.status === 'active' || record.status === 'failed') continue;
      events.hold(id, activationEvents(record.head));
      if (record.status !== 'activating') void activate(id);
    }
  });

  let isPlanned = false;
  let isOver = false;
  const startUp = (): void => {
    isPlanned = false;
    if (isOver) return;
    for (const {head, status} of registry.all.get()) {
      if (status === 'registered' && head.activation?.includes('onStartup')) void activate(head.id);
    }
  };
  const plan = (): void => {
    if (isPlanned) return;
    isPlanned = true;
    void firstPage.then(() => whenIdle(startUp));
  };
  const stopRegistry = registry.all.listen(plan);
  plan();

  return () => {
    isOver = true;
    stopEvents();
    stopRegistry();
  };
}

/** Modules by the event they wait for. Read anew when the registry's list is another, not at every event. */
function createIndex({all}: Registry): (event: string) => readonly ModuleRecord['head'][] {
  let indexed: readonly ModuleRecord[] | undefined;
  let heads = new Map<string, ModuleRecord['head'][]>();
  return (event) => {
    const records = all.get();
    if (records !== indexed) {
      indexed = records;
      heads = new Map();
      for (const {head} of records) {
        for (const name of activationEvents(head)) heads.set(name, [...(heads.get(name) ?? []), head]);
      }
    }
    return heads.get(event) ?? [];
  };
}
