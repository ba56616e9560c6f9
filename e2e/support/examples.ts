import {execFile} from 'node:child_process';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {build} from 'vite';
import type {Portal} from './portal.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);

/** Builds an example with its own configuration, as its readme says. Gives the folder to install. */
export async function buildExample(name: string): Promise<string> {
  const root = join(ROOT, 'docs/examples', name);
  await build({root, configFile: join(root, 'vite.config.js')});
  return join(root, 'dist');
}

/** Runs one of the module commands beside the running portal. Gives what it prints; rejects when it fails. */
export async function moduleCommand(
  portal: Portal,
  command: 'install' | 'list' | 'remove',
  ...words: readonly string[]
): Promise<string> {
  const program = ['--disable-warning=ExperimentalWarning', `scripts/module-${command}.ts`, ...words];
  const {stdout} = await run(process.execPath, program, {cwd: ROOT, env: {...process.env, DATA_DIR: portal.dataDir}});
  return stdout;
}
