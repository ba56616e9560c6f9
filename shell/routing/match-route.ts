import type {Route} from '@openchoreo/portal-contract';
import {pathToRegexp, type Key} from 'path-to-regexp';

export interface RouteMatch {
  /** From the outermost route to the one that shows the page. */
  readonly chain: readonly Route[];
  readonly params: Readonly<Record<string, string>>;
}

/**
 * Every way the path below the module's base can be read, best first: a written segment beats a parameter, a parameter
 * beats a wildcard; among equals the one that stands first. Paths are as Express writes them (`/:id`, `/files/(.*)`).
 */
export function matchRoutes(routes: readonly Route[], path: string): readonly RouteMatch[] {
  return routes
    .map((route, index) => ({route, index, rank: toRank(route.path)}))
    .sort((a, b) => Number(a.rank < b.rank) - Number(a.rank > b.rank) || a.index - b.index)
    .flatMap(({route}) => matchRoute(route, path));
}

function matchRoute(route: Route, path: string): readonly RouteMatch[] {
  const children = route.children ?? [];
  const whole = matchPath(route.path, path, true);
  const nested = children.length > 0 ? matchPath(route.path, path, false) : undefined;
  const below = nested
    ? matchRoutes(children, path.slice(nested.length) || '/').map(({chain, params}) => ({
        chain: [route, ...chain],
        params: {...nested.params, ...params},
      }))
    : [];
  return whole ? [...below, {chain: [route], params: whole.params}] : below;
}

function matchPath(
  pattern: string,
  path: string,
  whole: boolean,
): {length: number; params: Record<string, string>} | undefined {
  const keys: Key[] = [];
  const match = pathToRegexp(pattern === '/' && !whole ? '' : pattern, keys, {end: whole}).exec(path);
  if (!match) return undefined;
  const entries = keys.map((key, index) => [String(key.name), decode(match[index + 1] ?? '')] as const);
  return {length: match[0].length, params: Object.fromEntries(entries)};
}

/** Compares as text: one letter a segment, later letters first. */
function toRank(pattern: string): string {
  const segments = pattern.split('/').filter(Boolean);
  return segments
    .map((segment) => (segment.includes('*') || segment.includes('(') ? 'a' : segment.includes(':') ? 'b' : 'c'))
    .join('');
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
