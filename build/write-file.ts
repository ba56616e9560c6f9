import {mkdir, writeFile} from 'node:fs/promises';
import {dirname} from 'node:path';

/** Writes the file, its folders first. */
export async function writeFileInFolder(file: string, content: string): Promise<void> {
  await mkdir(dirname(file), {recursive: true});
  await writeFile(file, content);
}
