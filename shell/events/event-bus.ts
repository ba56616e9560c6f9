import type {Dispose, EventBus, EventName, PortalEvents} from '@openchoreo/portal-contract';
import {ListenerList, type Listener} from './listener-list.ts';

export interface ShellEventBus extends EventBus {
  /** As `on`; what the listener throws is reported as the owner's. */
  onAs(owner: string, name: string, listener: Listener): Dispose;
  /** As `emit`, for an event that only its module knows. */
  publish(name: string, payload: unknown): void;
  /** Calls back before each event is told to anybody: how an event activates a module. */
  beforeEach(listener: (name: string) => void): Dispose;
  /**
   * Keeps back what the owner would hear from now on, and events of these names though nobody of it listens yet.
   * Holding twice is holding once.
   */
  hold(owner: string, names: readonly string[]): void;
  /** Tells the owner what was kept back, in order, and from then on everything as it happens. */
  release(owner: string): void;
  /** Forgets what was kept back. */
  drop(owner: string): void;
}

interface Hold {
  readonly names: ReadonlySet<string>;
  readonly kept: (readonly [name: string, payload: unknown])[];
  isFull: boolean;
}

/** More than a module can wish to hear of the time while it started. */
const MOST_KEPT = 10_000;

/**
 * The portal's event bus. Listeners run at once, in the order they were added; one that throws is reported with its
 * owner and the others still run.
 */
export function createEventBus(report: (owner: string, name: string, error: unknown) => void): ShellEventBus {
  const lists = new Map<string, ListenerList>();
  const holds = new Map<string, Hold>();
  let before: readonly ((name: string) => void)[] = [];
  const isFree = (owner: string): boolean => holds.size === 0 || !holds.has(owner);

  function onAs(owner: string, name: string, listener: Listener): Dispose {
    const list = lists.get(name) ?? new ListenerList();
    lists.set(name, list);
    const remove = list.add(owner, listener);
    return () => {
      remove();
      if (list.isEmpty && lists.get(name) === list) lists.delete(name);
    };
  }

  function call(name: string, payload: unknown, isCalled: (owner: string) => boolean): void {
    lists.get(name)?.call(payload, isCalled, (owner, error) => report(owner, name, error));
  }

  function keep(name: string, payload: unknown): void {
    for (const [owner, hold] of holds) {
      if (!hold.names.has(name) && !lists.get(name)?.has(owner)) continue;
      if (hold.kept.length < MOST_KEPT) hold.kept.push([name, payload]);
      else if (!hold.isFull) {
        hold.isFull = true;
        report(owner, name, new Error(`More than ${MOST_KEPT} events came while it activated; the rest is lost.`));
      }
    }
  }

  function publish(name: string, payload: unknown): void {
    for (const listener of before) listener(name);
    if (holds.size > 0) keep(name, payload);
    call(name, payload, isFree);
  }

  return {
    on: <N extends EventName>(name: N, listener: (payload: PortalEvents[N]) => void) => onAs('portal', name, listener),
    onAs,
    emit: publish,
    publish,
    beforeEach(listener) {
      before = [...before, listener];
      return () => void (before = before.filter((one) => one !== listener));
    },
    hold(owner, names) {
      if (!holds.has(owner)) holds.set(owner, {names: new Set(names), kept: [], isFull: false});
    },
    release(owner) {
      const {kept = []} = holds.get(owner) ?? {};
      // What its listeners cause while they are told goes to the end of the line.
      for (const [name, payload] of kept) call(name, payload, (one) => one === owner);
      holds.delete(owner);
    },
    drop: (owner) => void holds.delete(owner),
  };
}
