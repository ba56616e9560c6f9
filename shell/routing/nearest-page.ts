import type {Place, Resolution} from './resolve-page.ts';

/**
 * The path itself when it is no page of the other perspective only; else the nearest one above it that shows a page
 * here, at last the start page.
 */
export async function findNearestPage(place: Place, resolve: (place: Place) => Promise<Resolution>): Promise<string> {
  const here = await resolve(place).catch(() => undefined);
  if (here?.kind !== 'state' || here.state.status !== 'other-perspective') return place.path;
  for (let path = toParent(place.path); path !== '/'; path = toParent(path)) {
    const above = await resolve({...place, path}).catch(() => undefined);
    if (above !== undefined && above.kind !== 'state') return path;
  }
  return '/';
}

function toParent(path: string): string {
  return path.slice(0, path.lastIndexOf('/')) || '/';
}
