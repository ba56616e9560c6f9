import type {NavigationEntry, PageState} from '../services.ts';

/**
 * The entry whose page is open: the one with the longest path that the page, or a page on the way to it, is at or
 * below. Home only at home.
 */
export function findCurrentEntry(entries: readonly NavigationEntry[], page: PageState): NavigationEntry | undefined {
  const above = page.status === 'shown' ? page.breadcrumbs.map(({path}) => path).filter((path) => path !== '/') : [];
  const way = [page.path, ...above];
  const candidates = entries.flatMap(function withChildren(entry): NavigationEntry[] {
    return [entry, ...entry.children.flatMap(withChildren)];
  });
  return candidates
    .filter(({path}) => path !== undefined && way.some((one) => isAtOrBelow(one, path)))
    .reduce<NavigationEntry | undefined>(longer, undefined);
}

function longer(best: NavigationEntry | undefined, entry: NavigationEntry): NavigationEntry {
  return best === undefined || (entry.path?.length ?? 0) > (best.path?.length ?? 0) ? entry : best;
}

function isAtOrBelow(path: string, base: string): boolean {
  if (base === '/') return path === '/';
  return path === base || path.startsWith(`${base}/`);
}
