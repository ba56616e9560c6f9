/** For every id that needs itself in the end, the way round, from itself: `a → b → a`. */
export function findCycles(needs: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, string> {
  const cycles = new Map<string, string>();
  for (const id of needs.keys()) {
    const way = findWay(needs, id, id);
    if (way !== undefined) cycles.set(id, way.join(' → '));
  }
  return cycles;
}

/** The shortest way from one id along what each needs to the other. */
function findWay(needs: ReadonlyMap<string, readonly string[]>, from: string, to: string): string[] | undefined {
  const ways: string[][] = [[from]];
  const seen = new Set<string>();
  for (const way of ways) {
    for (const next of needs.get(way.at(-1) ?? '') ?? []) {
      if (next === to) return [...way, next];
      if (seen.has(next)) continue;
      seen.add(next);
      ways.push([...way, next]);
    }
  }
  return undefined;
}
