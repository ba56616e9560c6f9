import {mkdirSync} from 'node:fs';
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {PortalError, type Dispose} from '@openchoreo/portal-contract';

/**
 * Makes this process the only one that uses the folder, until the undo is called or the process is gone, however it
 * goes. Creates the folder. Throws `DATA_DIR_LOCKED` when another process holds it, `DATA_DIR_UNUSABLE` when it cannot
 * be written to.
 */
export function lockDataDir(dataDir: string): Dispose {
  const file = join(dataDir, 'lock');
  let database: DatabaseSync;
  try {
    mkdirSync(dataDir, {recursive: true});
    database = new DatabaseSync(file);
  } catch (cause) {
    throw new PortalError('DATA_DIR_UNUSABLE', [dataDir], {cause});
  }
  try {
    // The lock is the operating system's on the open file: it ends with the process, a kill -9 included.
    database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (cause) {
    database.close();
    const locked = cause instanceof Error && /locked|busy/i.test(cause.message);
    throw new PortalError(locked ? 'DATA_DIR_LOCKED' : 'DATA_DIR_UNUSABLE', [dataDir], {cause});
  }
  return () => {
    if (database.isOpen) database.close();
  };
}
