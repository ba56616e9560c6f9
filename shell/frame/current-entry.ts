import type {NavigationEntry} from '../services.ts';

/** The entry whose page is open: the one with the longest path that the page is at or below. Home only at home. */
export function findCurrentEntry(entries: readonly NavigationEntry[], path: string): NavigationEntry | undefined {
  const candidates = entries.flatMap(function withChildren(entry): NavigationEntry[] {
    return [entry, ...entry.children.flatMap(withChildren)];
  });
  return candidates
    .filter((entry) => entry.path !== undefined && isAtOrBelow(path, entry.path))
    .reduce<NavigationEntry | undefined>(longer, undefined);
}

function longer(best: NavigationEntry | undefined, entry: NavigationEntry): NavigationEntry {
  return best === undefined || (entry.path?.length ?? 0) > (best.path?.length ?? 0) ? entry : best;
}

function isAtOrBelow(path: string, base: string): boolean {
  if (base === '/') return path === '/';
  return path === base || path.startsWith(`${base}/`);
}
