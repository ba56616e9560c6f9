import {
  showsIn,
  type ModuleHead,
  type NavigationHead,
  type Permission,
  type Perspective,
  type ReadableStore,
} from '@openchoreo/portal-contract';
import {computed, type ReadableAtom} from 'nanostores';
import type {ModuleRecord} from '../registry/module-record.ts';
import type {NavigationEntry} from '../services.ts';

export interface NavigationOptions {
  readonly modules: ReadableStore<readonly ModuleRecord[]>;
  readonly perspective: ReadableStore<Perspective>;
  readonly permissions: {readonly version: ReadableStore<number>; has(action: Permission): boolean};
}

/** The navigation of the perspective, as far as the person may go, in order; the same list while nothing of it changed. */
export function createNavigationStore({
  modules,
  perspective,
  permissions,
}: NavigationOptions): ReadableStore<readonly NavigationEntry[]> {
  const may = (wanted: readonly Permission[] = []): boolean => wanted.every((action) => permissions.has(action));

  const visible = (
    module: string,
    items: readonly NavigationHead[],
    current: Perspective,
  ): readonly NavigationEntry[] =>
    items
      // The perspective first: what it hides needs no answer of the platform.
      .filter((item) => showsIn(item.perspective, current) && may(item.permissions))
      .toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0))
      .map((item) => ({...item, module, children: visible(module, item.children ?? [], current)}));

  const stores = [modules, perspective, permissions.version] as never as [
    ReadableAtom<readonly ModuleRecord[]>,
    ReadableAtom<Perspective>,
    ReadableAtom<number>,
  ];
  const collect = (heads: readonly ModuleHead[], current: Perspective): readonly NavigationEntry[] =>
    heads
      .filter((head) => head.navigation?.length && showsIn(head.perspective, current) && may(head.permissions))
      .flatMap((head) => visible(head.id, head.navigation ?? [], current))
      .toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0));

  // Most changes of modules are steps in the life of one of many, and none of the navigation's business.
  let before: {readonly of: readonly unknown[]; readonly entries: readonly NavigationEntry[]} | undefined;
  return computed(stores, (records, current, version) => {
    const of = [current, version, ...records.map(({head}) => head)];
    const isSame = before?.of.length === of.length && before.of.every((value, index) => value === of[index]);
    const entries =
      isSame && before
        ? before.entries
        : collect(
            records.map(({head}) => head),
            current,
          );
    before = {of, entries};
    return entries;
  });
}
