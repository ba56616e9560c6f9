import type {Dispose} from '@openchoreo/portal-contract';

export interface LeaveGuard {
  /** Asks before the page is left while `isDirty` is true. */
  add(isDirty: () => boolean): Dispose;
  isDirty(): boolean;
  /** Whether the person lets go of what is unsaved; true at once when nothing is. */
  mayLeave(): Promise<boolean>;
  /** Drops all guards: the page they were for has been left. */
  forget(): void;
}

/** Unsaved changes. Also while the tab is closed or reloaded: there the browser asks in its own words. */
export function createLeaveGuard(ask: () => Promise<boolean>): LeaveGuard {
  const guards = new Set<() => boolean>();
  const isDirty = (): boolean => [...guards].some((guard) => guard());
  const onUnload = (event: BeforeUnloadEvent): void => {
    if (isDirty()) event.preventDefault();
  };

  return {
    add(guard) {
      // Its own function, so that one guard added twice has two undos.
      const own = (): boolean => guard();
      if (guards.size === 0) addEventListener('beforeunload', onUnload);
      guards.add(own);
      return () => {
        if (guards.delete(own) && guards.size === 0) removeEventListener('beforeunload', onUnload);
      };
    },
    isDirty,
    mayLeave: () => (isDirty() ? ask() : Promise.resolve(true)),
    forget() {
      guards.clear();
      removeEventListener('beforeunload', onUnload);
    },
  };
}
