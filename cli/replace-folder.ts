import {randomUUID} from 'node:crypto';
import {mkdir, rename, rm, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import type {ModuleFiles} from '../gateway/module-store/index.ts';

/** Puts the files into the folder of that name, in place of what is there: whole, or not at all. */
export async function replaceFolder(modulesDir: string, name: string, files: ModuleFiles): Promise<void> {
  const incoming = join(modulesDir, `.incoming-${randomUUID()}`);
  const target = join(modulesDir, name);
  try {
    for (const [path, bytes] of files) {
      await mkdir(dirname(join(incoming, path)), {recursive: true});
      await writeFile(join(incoming, path), bytes);
    }
    const undo = await setAside(modulesDir, name);
    try {
      await rename(incoming, target);
    } catch (error) {
      await undo.bringBack();
      throw error;
    }
    await undo.forget();
  } finally {
    await rm(incoming, {recursive: true, force: true});
  }
}

/** Takes the folder out of the portal's sight in one step, then deletes it. */
export async function deleteFolder(modulesDir: string, name: string): Promise<void> {
  await (await setAside(modulesDir, name)).forget();
}

async function setAside(
  modulesDir: string,
  name: string,
): Promise<{readonly bringBack: () => Promise<void>; readonly forget: () => Promise<void>}> {
  const aside = join(modulesDir, `.outgoing-${randomUUID()}`);
  const isThere = await rename(join(modulesDir, name), aside).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
      throw error;
    },
  );
  return {
    bringBack: () => (isThere ? rename(aside, join(modulesDir, name)) : Promise.resolve()),
    forget: () => rm(aside, {recursive: true, force: true}),
  };
}
