import {createHash} from 'node:crypto';
import {existsSync, globSync} from 'node:fs';
import {readFile, rm, writeFile} from 'node:fs/promises';
import {join, relative} from 'node:path';
import {PORTAL_JSON, STAMP} from './paths.ts';

/** Everything the build reads; tests and prose do not count. */
const INPUTS = ['{contract,shell,modules,adapters,build}/**/*', 'vite.config.ts', 'tsconfig.json', 'package.json', 'package-lock.json']; // prettier-ignore
const NOT_INPUTS = ['**/node_modules/**', '**/*.test.ts', '**/*.md'];

export interface BuildOptions {
  /** Builds even when nothing changed. */
  readonly force?: boolean;
  readonly log: (line: string) => void;
}

/** Builds the portal unless `dist/` was built from exactly these files. Returns whether it built. */
export async function buildIfChanged(root: string, {force = false, log}: BuildOptions): Promise<boolean> {
  const stamp = join(root, STAMP);
  const hash = await hashInputs(root);
  const upToDate = existsSync(join(root, PORTAL_JSON)) && existsSync(stamp) && (await readFile(stamp, 'utf8')) === hash;
  if (upToDate && !force) return false;
  const started = performance.now();
  await rm(stamp, {force: true});
  // The bundler takes a third of a second to load, which a start with nothing changed need not wait for.
  const {buildPortal} = await import('./build-portal.ts');
  await buildPortal(root, log);
  await writeFile(stamp, hash);
  log(`Built the portal in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
  return true;
}

async function hashInputs(root: string): Promise<string> {
  const found = globSync(INPUTS, {cwd: root, exclude: NOT_INPUTS, withFileTypes: true});
  const files = found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const contents = await Promise.all(
    files.sort().map(async (file) => [relative(root, file), await readFile(file)] as const),
  );
  const hash = createHash('sha256').update(process.version);
  for (const [file, content] of contents) hash.update(`${file}\0${content.length}\0`).update(content);
  return hash.digest('hex');
}
