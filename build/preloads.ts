import type {Rolldown} from 'vite';

/** The built files by name. */
export type Chunks = Readonly<Record<string, Rolldown.OutputChunk>>;

/** Files that come with a file because it imports them statically, at any depth, the nearest first; itself not included. */
export function findStaticImports(chunks: Chunks, fileName: string): readonly string[] {
  const found = new Set<string>([fileName]);
  for (const file of found) {
    for (const imported of chunks[file]?.imports ?? []) found.add(imported);
  }
  found.delete(fileName);
  return [...found];
}

/** The chunks of a bundle by file name. */
export function toChunks(bundle: Rolldown.OutputBundle): Chunks {
  const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
  return Object.fromEntries(chunks.map((chunk) => [chunk.fileName, chunk]));
}
