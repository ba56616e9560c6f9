import {createHash} from 'node:crypto';
import {join} from 'node:path';
import {ASSETS} from './paths.ts';
import {findStaticImports, type Chunks} from './preloads.ts';

/** Shared files smaller than this together are not worth a request of their own. */
const SMALL = 6000;

/**
 * Decides which built file each shared source file (a library's, the contract's, an adapter's) goes into: by source
 * file, the name of its group. What the shell's first load runs is `vendor`; the rest is grouped by who needs it, so
 * that a page fetches few files and nothing it does not use; crumbs are together in `kit`.
 *
 * @param alone the shell and the modules, bundled without the façades: who really needs what, after tree shaking
 */
export function groupSharedFiles(root: string, alone: Chunks, shell: string): ReadonlyMap<string, string> {
  const users = new Map<string, Set<string>>();
  const sizes = new Map<string, number>();
  for (const chunk of Object.values(alone).filter((each) => each.isEntry || each.isDynamicEntry)) {
    for (const file of [chunk.fileName, ...findStaticImports(alone, chunk.fileName)]) {
      for (const [id, {renderedLength}] of Object.entries(alone[file]?.modules ?? {})) {
        if (!isShared(root, id)) continue;
        users.set(id, (users.get(id) ?? new Set()).add(chunk.name));
        sizes.set(id, renderedLength);
      }
    }
  }
  const groups = new Map<string, string>();
  for (const [needers, ids] of Map.groupBy(users.keys(), (id) => [...(users.get(id) ?? [])].sort().join())) {
    const size = ids.reduce((sum, id) => sum + (sizes.get(id) ?? 0), 0);
    const name = needers.split(',').includes(shell) ? 'vendor' : size < SMALL ? 'kit' : `kit-${toShortHash(needers)}`;
    for (const id of ids) groups.set(id, `${ASSETS}/${name}`);
  }
  return groups;
}

/** Not of the shell or of one module: those are placed by the bundler, near their only user. */
function isShared(root: string, id: string): boolean {
  return (
    !id.startsWith('\0portal-entry:') && !id.startsWith(join(root, 'shell/')) && !id.startsWith(join(root, 'modules/'))
  );
}

function toShortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 4);
}
