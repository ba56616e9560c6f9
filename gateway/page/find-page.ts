import {
  findRoute,
  isFor,
  MAX_REDIRECTS,
  showsIn,
  toRedirect,
  type ModuleManifest,
  type Perspective,
  type RouteMatch,
} from '@openchoreo/portal-contract';

interface Described {
  readonly manifest: ModuleManifest;
}

export interface FoundPage<M> {
  /** The module whose part of the address space it is. */
  readonly owner: M;
  /** Nothing where the shell will say that there is no page, or that it is one of the other perspective. */
  readonly match: RouteMatch | undefined;
}

/** The page that the shell will come to from the path, redirects followed, whether or not the person may see it. */
export function findPage<M extends Described>(
  modules: readonly M[],
  path: string,
  perspective: Perspective,
  redirects = 0,
): FoundPage<M> | undefined {
  const owner = findByPath(modules, path);
  const routes = owner?.manifest.routes;
  if (owner === undefined || routes === undefined) return undefined;
  const base = toBase(routes.base);
  const match = findRoute(routes.definitions, withoutSlash(path).slice(base.length), perspective);
  const isHere = [owner.manifest.perspective, routes.perspective].every((one) => showsIn(one, perspective));
  if (match === undefined || !isHere || !isFor(match.chain, perspective)) return {owner, match: undefined};
  const to = toRedirect(match, base);
  if (to === undefined) return {owner, match};
  return redirects < MAX_REDIRECTS ? findPage(modules, to, perspective, redirects + 1) : {owner, match: undefined};
}

/** The module with the longest base that the path begins with. */
export function findByPath<M extends Described>(modules: readonly M[], path: string): M | undefined {
  return modules
    .filter(({manifest}) => manifest.routes !== undefined && isBelow(path, toBase(manifest.routes.base)))
    .sort((a, b) => toBase(b.manifest.routes?.base).length - toBase(a.manifest.routes?.base).length)[0];
}

function isBelow(path: string, base: string): boolean {
  return base === '' || path === base || path.startsWith(`${base}/`);
}

function toBase(base: string | undefined): string {
  return (base ?? '/').replace(/\/+$/, '');
}

function withoutSlash(path: string): string {
  return path.replace(/(.)\/+$/, '$1');
}
