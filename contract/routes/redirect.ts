import type {RouteMatch} from './match-routes.ts';
import {encodeSegments} from './route-pattern.ts';

/** More hops than any sensible module has. */
export const MAX_REDIRECTS = 10;

/**
 * Where the matched route leads, when it is a redirect: `/items/:id` below the module's base, `./items` beside the
 * route, `../items` beside its parent; parameters get their values.
 * @param base without a slash at its end
 */
export function toRedirect({chain, paths, params}: RouteMatch, base: string): string | undefined {
  const redirect = chain.at(-1)?.redirect;
  if (redirect === undefined) return undefined;
  const filled = redirect.replace(/:(\w+)/g, (whole, name: string) => {
    const value = params[name];
    return value === undefined ? whole : encodeSegments(value);
  });
  if (filled.startsWith('/')) return withoutSlash(base + filled);
  // Read as a link in a folder: that of what is above the route.
  return withoutSlash(new URL(filled, `http://portal${base}${paths.slice(0, -1).join('')}/`).pathname);
}

function withoutSlash(path: string): string {
  return path.replace(/(.)\/+$/, '$1');
}
