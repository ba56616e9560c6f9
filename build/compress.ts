import {globSync} from 'node:fs';
import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {brotliCompress, constants, gzip} from 'node:zlib';

const TEXT = '**/*.{js,json,css,svg,html,txt,map}';

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/**
 * Writes `<file>.br` and `<file>.gz` beside every text file of the folder, at the highest levels: they are made once
 * and sent many times. Files of one folder are compressed in parallel on libuv's threads.
 */
export async function compressFolder(folder: string): Promise<void> {
  const files = globSync(TEXT, {cwd: folder});
  await Promise.all(files.map((file) => compressFile(join(folder, file))));
}

async function compressFile(file: string): Promise<void> {
  const content = await readFile(file);
  const params = {[constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length};
  const [brotli, gzipped] = await Promise.all([toBrotli(content, {params}), toGzip(content, {level: 9})]);
  await Promise.all([writeFile(`${file}.br`, brotli), writeFile(`${file}.gz`, gzipped)]);
}
