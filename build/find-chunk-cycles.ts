import type {Chunks} from './preloads.ts';

/**
 * Built files that import each other in a circle, each circle once: `a.js → b.js → a.js`. One of them then runs before
 * what it imports, and a class that is extended there is not defined yet.
 */
export function findChunkCycles(chunks: Chunks): readonly string[] {
  const done = new Set<string>();
  const cycles: string[] = [];

  function visit(file: string, path: readonly string[]): void {
    const start = path.indexOf(file);
    if (start >= 0) cycles.push([...path.slice(start), file].join(' → '));
    if (start >= 0 || done.has(file)) return;
    for (const imported of chunks[file]?.imports ?? []) visit(imported, [...path, file]);
    done.add(file);
  }

  for (const file of Object.keys(chunks)) visit(file, []);
  return cycles;
}
