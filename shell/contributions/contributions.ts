import {
  showsIn,
  type Contribution,
  type ContributionData,
  type Contributions,
  type ModuleHead,
  type Permission,
  type Perspective,
  type ReadableStore,
} from '@openchoreo/portal-contract';
import {atom, onMount} from 'nanostores';
import type {Manifests} from '../registry/manifests.ts';
import type {ModuleRecord} from '../registry/module-record.ts';

export interface ContributionOptions {
  readonly modules: ReadableStore<readonly ModuleRecord[]>;
  readonly manifests: Manifests;
  readonly perspective: ReadableStore<Perspective>;
  readonly permissions: {readonly version: ReadableStore<number>; has(action: Permission): boolean};
  readonly createElement: (contribution: Contribution) => HTMLElement;
  readonly report: (module: string, error: unknown) => void;
}

/**
 * What modules add to extension points. A point's store fetches the manifests of the contributing modules while
 * somebody follows it, never their code. A contribution of a module that failed stays: its place shows why.
 */
export function createContributions(options: ContributionOptions): Contributions {
  const {modules, manifests, perspective, permissions, report} = options;
  const made = new Map<string, Contribution>();
  const may = (wanted: readonly Permission[] = []): boolean => wanted.every((action) => permissions.has(action));

  /** The same object as long as the data is the same, so that who shows it can keep its element. */
  function toContribution(module: string, point: string, data: ContributionData): Contribution {
    const key = `${module}/${point}/${data.id}`;
    const before = made.get(key);
    if (before?.data === data) return before;
    const contribution: Contribution = {module, point, id: data.id, key, data};
    made.set(key, contribution);
    return contribution;
  }

  function collect(point: string): readonly Contribution[] {
    const current = perspective.get();
    return modules
      .get()
      .filter(
        ({head}) => head.contributes?.includes(point) && showsIn(head.perspective, current) && may(head.permissions),
      )
      .flatMap(({head}) =>
        (manifests.contributions(head, point) ?? [])
          .filter((data) => showsIn(data.perspective, current) && may(data.permissions))
          .map((data) => toContribution(head.id, point, data)),
      )
      .toSorted((a, b) => (a.data.order ?? 0) - (b.data.order ?? 0) || Number(a.key > b.key) - Number(a.key < b.key));
  }

  function createStore(point: string): ReadableStore<readonly Contribution[]> {
    const $at = atom<readonly Contribution[]>(collect(point));
    const update = (): void => {
      const next = collect(point);
      if (!isSame($at.get(), next)) $at.set(next);
    };
    const asked = new Set<string>();
    const contributing = (): readonly ModuleHead[] =>
      modules.get().flatMap(({head}) => (head.contributes?.includes(point) ? [head] : []));
    const fetchMissing = (): void => {
      for (const head of contributing()) {
        if (manifests.contributions(head, point) || asked.has(head.manifest)) continue;
        asked.add(head.manifest);
        manifests.get(head).then(update, (error: unknown) => report(head.id, error));
      }
    };
    onMount($at, () => {
      asked.clear();
      let seen: readonly unknown[] | undefined;
      const follow = (): void => {
        // Modules start and stop far more often than they come, go or have their manifest fetched.
        const now = contributing().flatMap((head) => [head, manifests.known(head)]);
        if (seen && isSame(seen, now)) return;
        seen = now;
        update();
        fetchMissing();
      };
      follow();
      const stops = [modules.listen(follow), perspective.listen(update), permissions.version.listen(update)];
      return () => {
        for (const stop of stops) stop();
      };
    });
    return $at;
  }

  const stores = new Map<string, ReadableStore<readonly Contribution[]>>();
  return {
    at(point) {
      const store = stores.get(point) ?? createStore(point);
      stores.set(point, store);
      return store as never;
    },
    createElement: (contribution) => options.createElement(contribution as Contribution),
  };
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index]);
}
