import type {Route} from '../manifest.ts';
import {showsIn, type Perspective} from '../perspective.ts';
import {parsePattern, toSegments, type PatternPart} from './route-pattern.ts';

/** One way to read an address with a module's routes. */
export interface RouteMatch {
  /** From the outermost route to the one that shows the page. */
  readonly chain: readonly Route[];
  /** What each route of the chain took of the address: `/items/7`, or nothing. Together they are the address. */
  readonly paths: readonly string[];
  readonly params: Readonly<Record<string, string>>;
  /** One letter a segment, the written ones first in the alphabet's reverse: compares as text. */
  readonly rank: string;
}

/**
 * The route that a module shows at the path below its base: the most specific one, segment by segment – written text
 * before a parameter that says what it accepts, before any parameter, before a rest; among equals the one that stands
 * first. One path may have a route for each perspective: that of the perspective is taken. A route of the other one
 * alone is found, too, and is for the caller to refuse.
 */
export function findRoute(routes: readonly Route[], path: string, perspective: Perspective): RouteMatch | undefined {
  const matches = matchRoutes(routes, path);
  const [best] = matches;
  return matches.find(({rank, chain}) => rank === best?.rank && isFor(chain, perspective)) ?? best;
}

/** Whether every route of the chain is shown in the perspective. */
export function isFor(chain: RouteMatch['chain'], perspective: Perspective): boolean {
  return chain.every((route) => showsIn(route.perspective, perspective));
}

/** Every way the path can be read, the most specific first; a child before its parent alone. */
export function matchRoutes(routes: readonly Route[], path: string): readonly RouteMatch[] {
  return collect(routes, {chain: [], paths: [], params: {}, rank: '', left: toSegments(path)}).sort(
    (a, b) => Number(a.rank < b.rank) - Number(a.rank > b.rank),
  );
}

interface Found extends RouteMatch {
  readonly left: readonly string[];
}

function collect(routes: readonly Route[], above: Found): Found[] {
  return routes.flatMap((route) => {
    const found = take(route, above);
    if (!found) return [];
    const below = collect(route.children ?? [], found);
    return found.left.length === 0 ? [...below, found] : below;
  });
}

function take(route: Route, above: Found): Found | undefined {
  const params: Record<string, string> = {...above.params};
  let {left, rank} = above;
  let path = '';
  for (const part of parsePattern(route.path)) {
    const taken = left.slice(0, part.kind === 'rest' ? undefined : 1);
    if (!fits(part, taken)) return undefined;
    if (part.kind !== 'text') params[part.name] = taken.map(decode).join('/');
    left = left.slice(taken.length);
    path += `/${taken.join('/')}`;
    rank += toLetter(part);
  }
  return {chain: [...above.chain, route], paths: [...above.paths, path], params, rank, left};
}

function fits(part: PatternPart, [first, ...others]: readonly string[]): boolean {
  if (first === undefined) return false;
  if (part.kind === 'rest') return true;
  if (part.kind === 'text') return decode(first) === part.text;
  if (first === '' || others.length > 0) return false;
  return part.accepts === undefined || new RegExp(`^(?:${part.accepts})$`).test(decode(first));
}

function toLetter(part: PatternPart): string {
  if (part.kind === 'rest') return 'a';
  if (part.kind === 'text') return 'd';
  return part.accepts === undefined ? 'b' : 'c';
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment; // no encoding: taken as it is
  }
}
