import type {ModuleHead, ModuleManifest} from '@openchoreo/portal-contract';
import type {Breadcrumb} from '../services.ts';
import {matchRoutes, type RouteMatch} from './match-route.ts';
import {toBase} from './resolve-page.ts';

/** The page's name: its innermost title with the parameters' values, or the module's name. */
export function toTitle(head: ModuleHead, {chain, params}: RouteMatch): string {
  const title = chain.findLast((route) => route.title !== undefined)?.title;
  return title?.replace(/:(\w+)/g, (whole, name: string) => params[name] ?? whole) ?? head.name;
}

/**
 * The pages above and this one, outermost first: every shorter path of the module that is a titled page of its own.
 */
export function toBreadcrumbs(
  head: ModuleHead,
  manifest: ModuleManifest,
  path: string,
  title: string,
): readonly Breadcrumb[] {
  const base = toBase(head.base);
  const segments = path.slice(base.length).split('/').filter(Boolean);
  const above = segments.flatMap((_, count): readonly Breadcrumb[] => {
    const below = `/${segments.slice(0, count).join('/')}`;
    const match = matchRoutes(manifest.routes?.definitions ?? [], below)[0];
    const route = match?.chain.at(-1);
    if (!match || route?.title === undefined || route.redirect !== undefined) return [];
    return [{label: toTitle(head, match), path: base + (below === '/' && base ? '' : below)}];
  });
  return [...above, {label: title, path}];
}
