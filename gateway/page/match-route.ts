import {showsIn, type ModuleManifest, type Perspective, type Route} from '@openchoreo/portal-contract';

export interface MatchedRoute {
  /** From the outermost route to the one that shows the page. */
  readonly chain: readonly Route[];
  readonly params: Readonly<Record<string, string>>;
}

/**
 * The route of a manifest that the shell will show at the path, so that its code and data can be sent along. A written
 * segment beats a parameter; routes of the perspective beat others. Guessing wrong costs speed and nothing else.
 */
export function matchRoute(manifest: ModuleManifest, path: string, perspective: Perspective): MatchedRoute | undefined {
  const base = toBase(manifest.routes?.base);
  if (manifest.routes === undefined || !isBelow(path, base)) return undefined;
  const segments = path.slice(base.length).split('/').filter(Boolean);
  const matches = matchAll(manifest.routes.definitions, segments);
  return matches.find(({chain}) => chain.every((route) => showsIn(route.perspective, perspective))) ?? matches[0];
}

/** The module with the longest base that the path begins with. */
export function findByPath<M extends {readonly manifest: ModuleManifest}>(
  modules: readonly M[],
  path: string,
): M | undefined {
  return modules
    .filter(({manifest}) => manifest.routes !== undefined && isBelow(path, toBase(manifest.routes.base)))
    .sort((a, b) => toBase(b.manifest.routes?.base).length - toBase(a.manifest.routes?.base).length)[0];
}

function matchAll(routes: readonly Route[], segments: readonly string[]): readonly MatchedRoute[] {
  return routes
    .map((route) => ({route, pattern: route.path.split('/').filter(Boolean)}))
    .sort((a, b) => rank(b.pattern).localeCompare(rank(a.pattern)))
    .flatMap(({route, pattern}) => {
      const params = matchSegments(pattern, segments);
      if (params === undefined) return [];
      const rest = segments.slice(pattern.length);
      const below = matchAll(route.children ?? [], rest).map((match) => ({
        chain: [route, ...match.chain],
        params: {...params, ...match.params},
      }));
      return rest.length === 0 ? [...below, {chain: [route], params}] : below;
    });
}

function matchSegments(
  pattern: readonly string[],
  segments: readonly string[],
): Readonly<Record<string, string>> | undefined {
  if (pattern.length > segments.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const segment = segments[index] ?? '';
    if (part.startsWith(':')) params[part.slice(1)] = decode(segment);
    else if (part !== segment) return undefined;
  }
  return params;
}

function rank(pattern: readonly string[]): string {
  return pattern.map((part) => (part.startsWith(':') ? 'a' : 'b')).join('');
}

function isBelow(path: string, base: string): boolean {
  return base === '' || path === base || path.startsWith(`${base}/`);
}

function toBase(base: string | undefined): string {
  return (base ?? '/').replace(/\/+$/, '');
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment; // not an encoding: the shell takes it as it is, too
  }
}
