import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';

export interface ModuleFolder {
  readonly name: string;
  /** As far as its manifest can be read. */
  readonly id: string | undefined;
  readonly version: string | undefined;
}

/** The folders of the modules folder, whatever state they are in. */
export async function findFolders(modulesDir: string): Promise<readonly ModuleFolder[]> {
  const entries = await readdir(modulesDir, {withFileTypes: true}).catch(() => []);
  const folders = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'));
  return Promise.all(
    folders.map(async ({name}) => ({name, ...(await readName(join(modulesDir, name, 'manifest.json')))})),
  );
}

async function readName(file: string): Promise<Pick<ModuleFolder, 'id' | 'version'>> {
  try {
    const {id, version} = JSON.parse(await readFile(file, 'utf8')) as Readonly<Record<string, unknown>>;
    return {id: toText(id), version: toText(version)};
  } catch {
    return {id: undefined, version: undefined}; // a broken folder can still be listed and removed by its name
  }
}

function toText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
