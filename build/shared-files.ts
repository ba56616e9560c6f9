import {createHash} from 'node:crypto';
import {join} from 'node:path';
import {ASSETS} from './paths.ts';
import {findStaticImports, type Chunks} from './preloads.ts';

/** Source files that together have less code than this (before minification) are not worth a request of their own. */
const SMALL = 5000;

/** Starts the names of files that hold what only façades and their later parts need. */
export const OFFERED = `${ASSETS}/offered-`;

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
  /** Names of the façades that are React, or stand on it. */
  readonly ofReact: ReadonlySet<string>;
}

/**
 * Decides which built file each source file goes into that several entries need: by source file, the name of its
 * group. A library's file that the shell's first load runs is in `vendor`. The rest is grouped by who needs it, so that
 * a page fetches few files and little that it does not use; crumbs are together, those that first pages need apart.
 * Who imports a shared library gets nothing of another: what different ones offer is not in one file.
 * What another module imports stays below the module that lends it, whose code is served to who may have it only.
 *
 * @param alone the shell and the modules, bundled without the façades: who really needs what, after tree shaking
 * @param offered the façades, bundled without all others
 */
export function groupSharedFiles(alone: Chunks, offered: Chunks, sharing: Sharing): ReadonlyMap<string, string> {
  const {users, sizes} = findUsers(alone, ({isEntry, isDynamicEntry}) => isEntry || isDynamicEntry);
  const rooms = findRooms(alone, sharing);
  const groups = new Map<string, string>();
  const {users: facades} = findUsers(offered, ({isEntry}) => isEntry);
  const toKey = (id: string): string =>
    [toLibrary(facades.get(id), sharing.ofReact), ...[...(users.get(id) ?? [])].sort()].join();
  for (const [key, ids] of Map.groupBy(users.keys(), toKey)) {
    const [library = '', ...entries] = key.split(',');
    // What these share with a part that is fetched later would be cut out of their file: one more request.
    const isShells = entries.length > 1 && [sharing.shell, ...sharing.idle].some((name) => entries.includes(name));
    const isFirst = entries.includes(sharing.shell);
    const shared = entries.length === 1 && !isFirst ? ids.filter((id) => !isIcon(id)) : ids;
    for (const [room, files] of Map.groupBy(shared, (id) => toRoom(id, sharing) ?? (isShells ? ASSETS : undefined))) {
      const isLent = room !== ASSETS && entries.some((entry) => rooms.get(entry) !== room);
      const isOffered = room === ASSETS && library !== '';
      if (room === undefined || (!isOffered && !isLent && !isFirst && entries.length === 1)) continue;
      const size = files.reduce((sum, id) => sum + (sizes.get(id) ?? 0), 0);
      const name = toName(room, entries, {size, isLent, library}, sharing);
      for (const id of files) groups.set(id, name);
    }
  }
  // What a façade shares with its own later parts would be in the façade, whose address is not final yet.
  const {users: parts} = findUsers(offered, ({isEntry, isDynamicEntry}) => isDynamicEntry && !isEntry);
  for (const id of parts.keys()) {
    if (groups.has(id) || !facades.has(id) || toRoom(id, sharing) !== ASSETS) continue;
    const needers = [...(facades.get(id) ?? []), ...(parts.get(id) ?? [])].sort();
    groups.set(id, `${OFFERED}${toShortHash(needers.join())}`);
  }
  return groups;
}

/** No shared library offers icons: one that a single entry draws stays with it. */
function isIcon(id: string): boolean {
  return id.includes('/node_modules/lucide/');
}

/**
 * Which of the shared libraries offer the source file to modules built elsewhere: those that are React or stand on it
 * (`react`), others (`plain`), some of both (`core`), none (empty).
 */
type Library = 'react' | 'plain' | 'core' | '';

function toLibrary(facades: ReadonlySet<string> | undefined, ofReact: ReadonlySet<string>): Library {
  if (facades === undefined) return '';
  const isReact = [...facades].some((facade) => ofReact.has(facade));
  const isPlain = [...facades].some((facade) => !ofReact.has(facade));
  return isReact && isPlain ? 'core' : isReact ? 'react' : 'plain';
}

interface Users {
  readonly users: ReadonlyMap<string, ReadonlySet<string>>;
  readonly sizes: ReadonlyMap<string, number>;
}

/** By source file: the entries that load it, and how much code is left of it. */
function findUsers(chunks: Chunks, isUser: (chunk: Chunks[string]) => boolean): Users {
  const users = new Map<string, Set<string>>();
  const sizes = new Map<string, number>();
  for (const chunk of Object.values(chunks).filter(isUser)) {
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
  {size, isLent, library}: {readonly size: number; readonly isLent: boolean; readonly library: string},
  {shell, drawn, idle}: Sharing,
): string {
  if (entries.includes(shell)) return `${room}/vendor`;
  if (size >= SMALL) return `${room}/shared-${toShortHash([library, ...entries].join())}`;
  if (isLent) return `${room}/lent`;
  if (entries.some((entry) => drawn.has(entry) || idle.includes(entry))) return `${room}/shared`;
  return `${room}/shared-${library || 'pages'}`;
}

function toShortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 4);
}
