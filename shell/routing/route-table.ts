import {PortalError, type ModuleHead} from '@openchoreo/portal-contract';
import {toBase} from './resolve-page.ts';

export interface RouteTable {
  /** The module whose base is the longest that the path begins with. */
  find(path: string): {readonly head: ModuleHead; readonly removed: boolean} | undefined;
  /** Claims the module's base. Throws `ROUTE_TAKEN` when it belongs to another. */
  add(head: ModuleHead): void;
  /** Frees the base, and remembers whose it was: its pages say so, where an unknown path says less. */
  remove(head: ModuleHead): void;
}

/** Which module owns which part of the address space. */
export function createRouteTable(): RouteTable {
  const owners = new Map<string, {head: ModuleHead; removed: boolean}>();

  return {
    find(path) {
      for (let base = path === '/' ? '' : path; ; base = base.slice(0, base.lastIndexOf('/'))) {
        const owner = owners.get(base);
        if (owner) return owner;
        if (base === '') return undefined;
      }
    },
    add(head) {
      if (head.base === undefined) return;
      const base = toBase(head.base);
      const owner = owners.get(base);
      if (owner && !owner.removed && owner.head.id !== head.id) {
        throw new PortalError('ROUTE_TAKEN', [head.id, head.base, owner.head.id]);
      }
      owners.set(base, {head, removed: false});
    },
    remove(head) {
      const base = toBase(head.base);
      if (head.base !== undefined && owners.get(base)?.head === head) owners.set(base, {head, removed: true});
    },
  };
}
