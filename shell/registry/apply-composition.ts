import {PortalError, type Composition, type Dispose, type ModuleHead} from '@openchoreo/portal-contract';
import {toPortalError} from '../errors/to-portal-error.ts';
import type {RouteTable} from '../routing/route-table.ts';
import type {Registry} from './registry.ts';

export interface CompositionChange {
  /** Modules of which another version is installed now: a tab never mixes two, so this one keeps what it has. */
  readonly updated: readonly ModuleHead[];
}

/**
 * Keeps the tab's modules equal to the composition. Call it with each new one: what is gone is deactivated and its
 * routes freed at once, what is new is registered, and so is what is now known to be more than it was. A module that
 * cannot be added is reported and stops no other.
 */
export function createCompositionApplier(
  registry: Registry,
  routes: RouteTable,
  report: (module: string, error: PortalError) => void,
): (composition: Composition) => CompositionChange {
  const present = new Map<string, {readonly head: ModuleHead; readonly remove: Dispose}>();

  function add(head: ModuleHead): void {
    try {
      routes.add(head);
      present.set(head.id, {head, remove: registry.register(head)});
    } catch (error) {
      report(
        head.id,
        toPortalError(error, (cause) => new PortalError('INTERNAL', [], {cause})),
      );
    }
  }

  return ({modules, withheld = []}) => {
    routes.withhold(withheld);
    const wanted = new Map<string, ModuleHead>();
    for (const head of modules) {
      if (wanted.has(head.id)) report(head.id, new PortalError('MODULE_DUPLICATE', [head.id]));
      else wanted.set(head.id, head);
    }
    for (const [id, {head, remove}] of present) {
      const next = wanted.get(id);
      // Of the same code more is known now: it is taken anew.
      if (next && (next.version !== head.version || next.revision === head.revision)) continue;
      routes.remove(head);
      remove();
      present.delete(id);
    }
    const updated: ModuleHead[] = [];
    for (const head of wanted.values()) {
      const here = present.get(head.id);
      if (!here) add(head);
      else if (here.head.version !== head.version) updated.push(head);
      // Whether its contributions wait for a point hangs on the other modules.
      else if (JSON.stringify(here.head.contributions) !== JSON.stringify(head.contributions)) {
        present.set(head.id, {...here, head});
        registry.relabel(head);
      }
    }
    return {updated};
  };
}
