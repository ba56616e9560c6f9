import {PortalError, type ModuleHead, type WithheldModule} from '@openchoreo/portal-contract';
import {toBase} from './resolve-page.ts';

/** Whose part of the address space a path is: a module's of this tab, or one's that the session does not get. */
export type RouteOwner =
  {readonly kind: 'module'; readonly head: ModuleHead} | {readonly kind: 'withheld'; readonly module: WithheldModule};

export interface RouteTable {
  /** The owner of the longest base that the path begins with. */
  find(path: string): RouteOwner | undefined;
  /** Claims the module's base. Throws `ROUTE_TAKEN` when it belongs to another. */
  add(head: ModuleHead): void;
  remove(head: ModuleHead): void;
  /** What modules of this tab have claimed. */
  bases(): Iterable<string>;
  /** Replaces what is known of modules the session does not get. Their bases are free for others to claim. */
  withhold(modules: readonly WithheldModule[]): void;
}

/** Which module owns which part of the address space. */
export function createRouteTable(): RouteTable {
  const owners = new Map<string, ModuleHead>();
  let withheld: ReadonlyMap<string, WithheldModule> = new Map();

  return {
    find(path) {
      for (let base = path === '/' ? '' : path; ; base = base.slice(0, base.lastIndexOf('/'))) {
        const head = owners.get(base);
        if (head) return {kind: 'module', head};
        const module = withheld.get(base);
        if (module) return {kind: 'withheld', module};
        if (base === '') return undefined;
      }
    },
    add(head) {
      if (head.base === undefined) return;
      const base = toBase(head.base);
      const owner = owners.get(base);
      if (owner && owner.id !== head.id) throw new PortalError('ROUTE_TAKEN', [head.id, head.base, owner.id]);
      owners.set(base, head);
    },
    remove(head) {
      const base = toBase(head.base);
      if (head.base !== undefined && owners.get(base) === head) owners.delete(base);
    },
    bases: () => owners.keys(),
    withhold(modules) {
      withheld = new Map(modules.map((module) => [toBase(module.base), module]));
    },
  };
}
