import {accessSync, constants, statfsSync} from 'node:fs';

const MEMORY = '/dev/shm';
const ENOUGH = 4 * 1024 ** 3;

/**
 * Puts the temporary files of this process and of those it starts into memory, where the system has a place for that:
 * hundreds of test databases need no disk. A `TMPDIR` that is set already stays.
 */
export function keepTemporaryFilesInMemory(environment: NodeJS.ProcessEnv = process.env): void {
  if (environment['TMPDIR'] !== undefined) return;
  try {
    accessSync(MEMORY, constants.W_OK);
    const {bavail, bsize} = statfsSync(MEMORY);
    if (bavail * bsize >= ENOUGH) environment['TMPDIR'] = MEMORY;
  } catch {
    // No such place: the usual one serves.
  }
}
