import {mkdir, rename, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';

/** Puts a module into the modules folder as somebody would who moves a whole folder there. */
export async function writeModule(
  modulesDir: string,
  name: string,
  files: Readonly<Record<string, string | Uint8Array | Readonly<Record<string, unknown>>>>,
): Promise<void> {
  const incoming = join(modulesDir, `.${name}`);
  for (const [path, content] of Object.entries(files)) await writeModuleFile(incoming, path, content);
  await rename(incoming, join(modulesDir, name));
}

export async function writeModuleFile(
  folder: string,
  path: string,
  content: string | Uint8Array | Readonly<Record<string, unknown>>,
): Promise<void> {
  const file = join(folder, path);
  await mkdir(dirname(file), {recursive: true});
  const isData = typeof content === 'string' || content instanceof Uint8Array;
  await writeFile(file, isData ? content : JSON.stringify(content));
}
