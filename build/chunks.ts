import {relative, sep} from 'node:path';
import type {Rolldown} from 'vite';
import {ASSETS} from './paths.ts';

/** Names files: a module's own below its base, everything shared below `assets/`, all with the hash of their content. */
export function toChunkFileName(root: string, bases: ReadonlyMap<string, string>) {
  return ({name, moduleIds}: Rolldown.PreRenderedChunk): string => {
    if (name.startsWith('m/') || name.startsWith(`${ASSETS}/`)) return '[name]-[hash].js';
    // Library files that only this file needs are in it; they make it nobody else's.
    const owners = new Set(moduleIds.map((id) => toOwner(root, id)).filter((owner) => owner !== undefined));
    const [owner] = owners;
    const base = owners.size === 1 && owner !== undefined ? bases.get(owner) : undefined;
    return base === undefined ? `${ASSETS}/[name]-[hash].js` : `${base}/[name]-[hash].js`;
  };
}

/** Id of the module whose folder the source file is in; undefined for every other file. */
function toOwner(root: string, id: string): string | undefined {
  const [room, module] = relative(root, id).split(sep);
  return room === 'modules' ? module : undefined;
}
