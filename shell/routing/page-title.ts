import {
  findRoute,
  isFor,
  type ModuleHead,
  type ModuleManifest,
  type Perspective,
  type RouteMatch,
} from '@openchoreo/portal-contract';
import type {Breadcrumb} from '../services.ts';
import {toBase} from './resolve-page.ts';

export interface PageAt {
  readonly head: ModuleHead;
  readonly manifest: ModuleManifest;
  readonly match: RouteMatch;
}

/** The page's name: its innermost title with the parameters' values, or the module's name. */
export function toTitle(head: ModuleHead, {chain, params}: RouteMatch): string {
  const title = chain.findLast((route) => route.title !== undefined)?.title;
  return title?.replace(/:(\w+)/g, (whole, name: string) => params[name] ?? whole) ?? head.name;
}

/**
 * The pages above and this one, outermost first: every shorter path of the module, or of the page it says it is under,
 * that is a titled page of its own in the perspective.
 */
export function toBreadcrumbs(
  {head, manifest, match}: PageAt,
  {path, perspective}: {readonly path: string; readonly perspective: Perspective},
  title: string,
): readonly Breadcrumb[] {
  const base = toBase(head.base);
  const under = match.chain.at(-1)?.under;
  const way = under === undefined ? path.slice(base.length) : `${under}/here`;
  const segments = way.split('/').filter(Boolean);
  const pages = segments.flatMap((_, count): readonly Breadcrumb[] => {
    const below = `/${segments.slice(0, count).join('/')}`;
    const above = findRoute(manifest.routes?.definitions ?? [], below, perspective);
    if (!above || !isFor(above.chain, perspective) || !isTitledPage(above)) return [];
    return [{label: toTitle(head, above), path: base + (below === '/' && base ? '' : below)}];
  });
  return [...pages, {label: title, path}];
}

/** Whether something is shown at exactly this address, under a name of its own or of a page around it that is as long. */
function isTitledPage({chain, paths}: RouteMatch): boolean {
  const titled = chain.findLastIndex((route) => route.title !== undefined);
  if (titled < 0 || chain.at(-1)?.redirect !== undefined) return false;
  return chain.some((route) => route.component) && paths.slice(titled + 1).every((path) => path === '');
}
