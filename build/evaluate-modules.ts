import {fork} from 'node:child_process';
import {once} from 'node:events';
import {existsSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import type {Evaluation} from './evaluate/source-module.ts';

/** Ids of the first-party modules: folders of `modules/` with a `module.config.ts`, in order. */
function findModules(root: string): readonly string[] {
  const folder = join(root, 'modules');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((id) => existsSync(join(folder, id, 'module.config.ts')))
    .sort();
}

/**
 * Reads what every first-party module says of itself by running its `module.config.ts`, `routes/` and `index.ts` in a
 * fresh Node process in which browser code is replaced by markers.
 */
export async function evaluateModules(root: string): Promise<Evaluation> {
  const ids = findModules(root);
  if (ids.length === 0) return {modules: [], faults: []};
  const main = fileURLToPath(new URL('evaluate/main.ts', import.meta.url));
  const child = fork(main, [root, ...ids], {execArgv: ['--disable-warning=ExperimentalWarning']});
  const answered = once(child, 'message') as Promise<[Evaluation]>;
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`Reading the modules ended with ${String(code)} before it answered.`);
  });
  const [evaluation] = await Promise.race([answered, ended]);
  return evaluation;
}
