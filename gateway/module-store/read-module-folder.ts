import type {Fault} from '@openchoreo/portal-contract';
import {createHash} from 'node:crypto';
import {constants} from 'node:fs';
import {lstat, readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {isFilePath} from './file-path.ts';
import {LIMITS} from './limits.ts';

/** A module's files by their path in it. */
export type ModuleFiles = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

export interface FolderListing {
  readonly paths: readonly string[];
  /** Changes when a file does. */
  readonly signature: string;
  /** When the system last wrote anything in it, in milliseconds since the epoch. */
  readonly changedAt: number;
  /** What must not be there: links, names that are no addresses, more or larger files than a module may have. */
  readonly faults: readonly Fault[];
}

/** Looks at every file below the folder, without reading or following any. Hidden files are passed over. Rejects when the folder cannot be read. */
export async function listModuleFolder(folder: string): Promise<FolderListing> {
  const paths: string[] = [];
  const marks: string[] = [];
  const faults: Fault[] = [];
  let bytes = 0;
  let changedAt = 0;

  async function visit(prefix: string): Promise<void> {
    const entries = await readdir(join(folder, prefix), {withFileTypes: true});
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.name.startsWith('.')) continue;
      const path = `${prefix}${entry.name}`;
      if (paths.length > LIMITS.files) return;
      if (!isFilePath(path)) {
        faults.push({path, found: 'a name that is no address', expected: 'letters, digits, dots and dashes'});
      } else if (entry.isDirectory()) {
        await visit(`${path}/`);
      } else if (entry.isFile()) {
        const {size, mtimeMs, ctimeMs, ino} = await lstat(join(folder, path));
        paths.push(path);
        marks.push(`${path} ${size} ${mtimeMs} ${ino}`);
        bytes += size;
        changedAt = Math.max(changedAt, ctimeMs);
        if (size > LIMITS.fileBytes) faults.push(tooLarge(path, size, LIMITS.fileBytes));
      } else {
        faults.push({path, found: 'a link or a device', expected: 'a file or a folder'});
      }
    }
  }

  await visit('');
  if (paths.length > LIMITS.files) {
    faults.push({path: '', found: `more than ${LIMITS.files} files`, expected: `at most ${LIMITS.files}`});
  }
  if (bytes > LIMITS.moduleBytes) faults.push(tooLarge('', bytes, LIMITS.moduleBytes));
  return {paths, signature: createHash('sha256').update(marks.join('\n')).digest('base64url'), changedAt, faults};
}

/** The contents of what was listed. Rejects when a file has gone or grown meanwhile. */
export async function readModuleFiles(folder: string, {paths}: FolderListing): Promise<ModuleFiles> {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const path of paths) {
    // A link that has taken the file's place since it was listed is refused by the system.
    const flag = constants.O_RDONLY | constants.O_NOFOLLOW;
    const bytes = new Uint8Array(await readFile(join(folder, path), {flag}));
    if (bytes.length > LIMITS.fileBytes) throw new RangeError(`${path} has grown while it was read`);
    files.set(path, bytes);
  }
  return files;
}

function tooLarge(path: string, found: number, limit: number): Fault {
  return {path, found: `${found} bytes`, expected: `at most ${limit}`};
}
