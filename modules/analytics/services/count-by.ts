import type {Count} from '../types/count.ts';

/** How many items have each value, the most frequent first, equal ones by name. Values that do not occur are left out. */
export function countBy<T, K extends string>(items: readonly T[], toKey: (item: T) => K): readonly Count<K>[] {
  const counts = new Map<K, number>();
  for (const item of items) {
    const key = toKey(item);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts]
    .map(([key, count]) => ({key, count}))
    .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
}
