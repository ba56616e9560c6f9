import {createHash} from 'node:crypto';
import {join} from 'node:path';
import {ASSETS} from './paths.ts';
import {findStaticImports, type Chunks} from './preloads.ts';

/** Source files that together have less code than this (before minification) are not worth a request of their own. */
const SMALL = 6000;

export interface Sharing {
  readonly root: string;
  /** Name of the shell's entry. */
  readonly shell: string;
  /** Base of each module's files, by module id. */
  readonly bases: ReadonlyMap<string, string>;
  /** Names of the entries that the server draws: the first pages people see, and what is on them. */
  readonly drawn: ReadonlySet<string>;
  /** Names of the parts of the shell that follow the first page in every tab. */
  readonly idle: readonly string[];
}

/**
 * Decides which built file each source file goes into that several entries need: by source file, the name of its
 * group. A library's file that the shell's first load runs is in `vendor`. The rest is grouped by who needs it, so that
 * a page fetches few files and little that it does not use; crumbs are together, those that first pages need apart.
 * What another module imports stays below the module that lends it, whose code is served to who may have it only.
 *
 * @param alone the shell and the modules, bundled without the façades: who really needs what, after tree shaking
 */
export function groupSharedFiles(alone: Chunks, sharing: Sharing): ReadonlyMap<string, string> {
  const {users, sizes} = findUsers(alone);
  const rooms = findRooms(alone, sharing);
  const groups = new Map<string, string>();
  for (const [needers, ids] of Map.groupBy(users.keys(), (id) => [...(users.get(id) ?? [])].sort().join())) {
    const entries = needers.split(',');
    const shared = entries.length === 1 ? ids.filter((id) => !isIcon(id)) : ids;
    // What these share with a part that is fetched later would be cut out of their file: one more request.
    const isShells = entries.length > 1 && [sharing.shell, ...sharing.idle].some((name) => entries.includes(name));
    for (const [room, files] of Map.groupBy(shared, (id) => toRoom(id, sharing) ?? (isShells ? ASSETS : undefined))) {
      const isLent = room !== ASSETS && entries.some((entry) => rooms.get(entry) !== room);
      if (room === undefined || (room !== ASSETS && !isLent && entries.length === 1)) continue;
      const size = files.reduce((sum, id) => sum + (sizes.get(id) ?? 0), 0);
      const name = toName(room, entries, {size, isLent}, sharing);
      for (const id of files) groups.set(id, name);
    }
  }
  return groups;
}

/** No shared library offers icons: one that a single entry draws stays with it. */
function isIcon(id: string): boolean {
  return id.includes('/node_modules/lucide/');
}

interface Users {
  readonly users: ReadonlyMap<string, ReadonlySet<string>>;
  readonly sizes: ReadonlyMap<string, number>;
}

/** By source file: the entries that load it, and how much code is left of it. */
function findUsers(chunks: Chunks): Users {
  const users = new Map<string, Set<string>>();
  const sizes = new Map<string, number>();
  for (const chunk of Object.values(chunks).filter((each) => each.isEntry || each.isDynamicEntry)) {
    for (const file of [chunk.fileName, ...findStaticImports(chunks, chunk.fileName)]) {
      for (const [id, {renderedLength}] of Object.entries(chunks[file]?.modules ?? {})) {
        users.set(id, (users.get(id) ?? new Set()).add(chunk.name));
        sizes.set(id, renderedLength);
      }
    }
  }
  return {users, sizes};
}

/** The folder that a source file's group is built to; undefined for what the bundler places: the shell's own, made code. */
function toRoom(id: string, {root, bases}: Sharing): string | undefined {
  if (id.startsWith('\0portal-entry:') || id.startsWith(join(root, 'shell/'))) return undefined;
  if (!id.startsWith(join(root, 'modules/'))) return ASSETS;
  return bases.get(id.slice(join(root, 'modules/').length).split('/')[0] ?? '');
}

/** By entry: the folder of the module it belongs to. */
function findRooms(chunks: Chunks, sharing: Sharing): ReadonlyMap<string, string | undefined> {
  const bases = [...sharing.bases.values()];
  return new Map(
    Object.values(chunks).map(({name, facadeModuleId}) => [
      name,
      bases.find((base) => name.startsWith(`${base}/`)) ?? toRoom(facadeModuleId ?? '', sharing),
    ]),
  );
}

function toName(
  room: string,
  entries: readonly string[],
  {size, isLent}: {readonly size: number; readonly isLent: boolean},
  {shell, drawn, idle}: Sharing,
): string {
  if (entries.includes(shell)) return `${room}/vendor`;
  if (size >= SMALL) return `${room}/shared-${toShortHash(entries.join())}`;
  if (isLent) return `${room}/lent`;
  return entries.some((entry) => drawn.has(entry) || idle.includes(entry)) ? `${room}/shared` : `${room}/shared-pages`;
}

function toShortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 4);
}
