import type {Fault} from '../errors.ts';
import type {ModuleManifest, Route} from '../manifest.ts';
import {PERSPECTIVES, showsIn, type Perspective} from '../perspective.ts';
import {findRoute} from './match-routes.ts';
import {toRedirect} from './redirect.ts';
import {parsePattern, type PatternPart} from './route-pattern.ts';

type Routes = NonNullable<ModuleManifest['routes']>;

/** One route with what stands above it. */
interface Place {
  /** Where it stands in the manifest: `routes.definitions.0.children.1`. */
  readonly at: string;
  readonly chain: readonly Route[];
  readonly route: Route;
}

const SYNTAX =
  'words, :name, :name(one|two), :name(\\d+) or, at the end, :name(.*) between slashes, each name once on the way down';

/** What is wrong with a module's routes beyond their form: paths nobody can read, two for one page, redirects in circles. */
export function findRouteFaults({perspective, base, definitions}: Routes): readonly Fault[] {
  const places = toPlaces(definitions, 'routes.definitions', []);
  const syntax = places.filter(isUnreadable).map(({at, route}) => ({
    path: `${at}.path`,
    found: JSON.stringify(route.path),
    expected: SYNTAX,
  }));
  // The rest is read off the paths, so these come first.
  if (syntax.length > 0) return syntax;
  return [
    ...findConflicts(places),
    ...places.flatMap((place) => checkRedirect(place)),
    ...places.flatMap((place) => checkUnder(place, definitions)),
    ...places.flatMap((place) => followRedirect(place, definitions, base.replace(/\/$/, ''), perspective)),
  ];
}

function toPlaces(routes: readonly Route[], at: string, above: readonly Route[]): readonly Place[] {
  return routes.flatMap((route, index): readonly Place[] => {
    const place = {at: `${at}.${index}`, chain: [...above, route], route};
    return [place, ...toPlaces(route.children ?? [], `${place.at}.children`, place.chain)];
  });
}

function isUnreadable({chain, route}: Place): boolean {
  const parts = parsePattern(route.path);
  const names = chain.flatMap(({path}) => parsePattern(path)).flatMap((part) => ('name' in part ? [part.name] : []));
  return (
    parts.some(isOdd) ||
    parts.some(({kind}, index) => kind === 'rest' && (index < parts.length - 1 || route.children !== undefined)) ||
    new Set(names).size < names.length
  );
}

/** Narrow on purpose: an expression of a stranger's must not keep the gateway busy. */
function isOdd(part: PatternPart): boolean {
  if (part.kind === 'text') return /[:()*?#+]/.test(part.text);
  return part.kind === 'parameter' && part.accepts !== undefined && !/^(\\d\+|[\w-]+(\|[\w-]+)*)$/.test(part.accepts);
}

function findConflicts(places: readonly Place[]): readonly Fault[] {
  const faults: Fault[] = [];
  const ends = places.filter(({route}) => route.component !== undefined || route.redirect !== undefined);
  for (const [index, place] of ends.entries()) {
    const before = ends.slice(0, index).find((other) => isSamePlace(other, place));
    if (before === undefined) continue;
    faults.push({
      path: `${place.at}.path`,
      found: `'${toPattern(place.chain)}', which ${before.at} has already`,
      expected: 'another path, or another perspective',
    });
  }
  return faults;
}

function isSamePlace(one: Place, other: Place): boolean {
  // A parent and its first child share a path: the child stands inside the parent.
  if (other.chain.includes(one.route)) return false;
  const shared = PERSPECTIVES.filter((each) => isIn(one, each) && isIn(other, each));
  return shared.length > 0 && toShape(one.chain) === toShape(other.chain);
}

function isIn({chain}: Place, perspective: Perspective): boolean {
  return chain.every((route) => showsIn(route.perspective, perspective));
}

/** The path without the names of its parameters, which tell no address from another. */
function toShape(chain: readonly Route[]): string {
  return toPattern(chain).replace(/:\w+/g, ':');
}

function toPattern(chain: readonly Route[]): string {
  return `/${chain.flatMap(({path}) => path.split('/').filter(Boolean)).join('/')}`;
}

function checkRedirect({at, chain, route}: Place): readonly Fault[] {
  if (route.redirect === undefined) return [];
  const faults: Fault[] = [];
  const path = `${at}.redirect`;
  const found = JSON.stringify(route.redirect);
  if (route.children !== undefined) faults.push({path, found: `${found} beside children`, expected: 'one of them'});
  const names = chain.flatMap((each) => parsePattern(each.path)).flatMap((part) => ('name' in part ? [part.name] : []));
  for (const [, name = ''] of route.redirect.matchAll(/:(\w+)/g)) {
    if (!names.includes(name)) faults.push({path, found: `:${name}`, expected: `a parameter of ${toPattern(chain)}`});
  }
  if (/[?#]/.test(route.redirect)) faults.push({path, found, expected: 'a path, which keeps the query there is'});
  const ups = route.redirect.split('/').filter((part) => part === '..').length;
  const above = chain.slice(0, -1).flatMap((each) => parsePattern(each.path)).length;
  if (ups > above) faults.push({path, found, expected: "a path below the module's base"});
  return faults;
}

function checkUnder({at, route: {under}}: Place, definitions: readonly Route[]): readonly Fault[] {
  if (under === undefined) return [];
  const isPage = !under.includes(':') && PERSPECTIVES.some((each) => findRoute(definitions, under, each) !== undefined);
  return isPage
    ? []
    : [{path: `${at}.under`, found: JSON.stringify(under), expected: "the path of one of the module's pages"}];
}

/** Follows a redirect with values that stand for any, until it ends at a page, comes back, or leaves the module. */
function followRedirect(
  {at, chain, route}: Place,
  definitions: readonly Route[],
  base: string,
  perspective: Routes['perspective'],
): readonly Fault[] {
  if (route.redirect === undefined) return [];
  const start = toSample(chain);
  for (const each of PERSPECTIVES.filter((one) => showsIn(perspective, one) && isIn({at, chain, route}, one))) {
    const trail = [start];
    for (;;) {
      const match = findRoute(definitions, trail.at(-1) ?? '', each);
      // Below `/` every address may be another module's.
      if (match === undefined && base === '') break;
      const next = match && toRedirect(match, base)?.slice(base.length);
      if (match !== undefined && next === undefined) break;
      if (next === undefined || trail.includes(next) || trail.length > definitions.length) {
        const found = [...trail, ...(next === undefined ? [] : [next])].join(' → ');
        return [{path: `${at}.redirect`, found, expected: "a way to a page of the module's own"}];
      }
      trail.push(next);
    }
  }
  return [];
}

function toSample(chain: readonly Route[]): string {
  const parts = chain
    .flatMap(({path}) => parsePattern(path))
    .map((part) => {
      if (part.kind === 'text') return encodeURIComponent(part.text);
      const accepts = part.kind === 'parameter' ? part.accepts : undefined;
      if (accepts === undefined) return `some-${part.name}`;
      return accepts === '\\d+' ? '1' : (accepts.split('|')[0] ?? '');
    });
  return `/${parts.join('/')}`;
}
