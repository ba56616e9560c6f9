import {
  showsIn,
  type ComponentReference,
  type DataNeed,
  type Permission,
  type Perspective,
} from '@openchoreo/portal-contract';
import type {AcceptedModule} from '../registry/index.ts';
import {findPage} from './find-page.ts';

/** What a page is made of: its own elements, and the contributions to the extension points of its module. */
export interface PageParts {
  readonly owner?: AcceptedModule;
  readonly params: Readonly<Record<string, string>>;
  /** As the manifest says it: a `%key%` perhaps. */
  readonly title?: string | undefined;
  /** Those of the page itself; a person who lacks the permission of one sees none of them, nor of the contributions. */
  readonly own: readonly Part[];
  readonly contributed: readonly Part[];
  /** Modules whose contributions to the page's extension points wait until they are looked at, and those points. */
  readonly deferred: ReadonlyMap<AcceptedModule, readonly string[]>;
}

export interface Part {
  readonly module: AcceptedModule;
  readonly permissions?: readonly Permission[] | undefined;
  readonly component?: ComponentReference | undefined;
  readonly data?: readonly DataNeed[] | undefined;
  readonly prerender?: boolean | undefined;
}

export function findPageParts(modules: readonly AcceptedModule[], path: string, perspective: Perspective): PageParts {
  const page = findPage(modules, path, perspective);
  if (page?.match === undefined)
    return {params: {}, own: [], contributed: [], deferred: new Map(), ...(page && {owner: page.owner})};
  const {owner, match} = page;
  return {
    owner,
    params: match.params,
    title: match.chain.findLast(({title}) => title !== undefined)?.title,
    own: match.chain.map((route) => ({...route, module: owner})),
    contributed: findContributions(modules, owner, perspective),
    deferred: findDeferred(modules, owner),
  };
}

/** Every permission that decides whether a part is shown. */
export function listPermissions({own, contributed}: PageParts): readonly Permission[] {
  return [...own, ...contributed].flatMap(({permissions}) => permissions ?? []);
}

/** The parts that are shown to who holds these permissions. */
export function selectShown({own, contributed}: PageParts, held: ReadonlySet<Permission>): readonly Part[] {
  const may = ({permissions}: Part): boolean => permissions?.every((action) => held.has(action)) ?? true;
  return own.every(may) ? [...own, ...contributed.filter(may)] : [];
}

function findContributions(
  modules: readonly AcceptedModule[],
  owner: AcceptedModule,
  perspective: Perspective,
): readonly Part[] {
  const points = (owner.manifest.extensionPoints ?? []).filter(({lazy}) => !lazy).map(({id}) => id);
  return modules
    .filter(({manifest}) => showsIn(manifest.perspective, perspective))
    .flatMap((module) =>
      points
        .flatMap((point) => module.manifest.contributes?.[point] ?? [])
        .filter((one) => showsIn(one.perspective, perspective) && !one.deferred)
        .map((one) => ({...one, module})),
    );
}

function findDeferred(
  modules: readonly AcceptedModule[],
  owner: AcceptedModule,
): ReadonlyMap<AcceptedModule, string[]> {
  const points = owner.manifest.extensionPoints?.map(({id}) => id) ?? [];
  const found = modules.map((module) => {
    const own = points.filter((point) => module.manifest.contributes?.[point]?.some(({deferred}) => deferred));
    return [module, own] as const;
  });
  return new Map(found.filter(([, own]) => own.length > 0));
}
