import {readOutcomes} from '../gateway/module-store/index.ts';
import {findFolders} from './find-folders.ts';
import type {ModuleCommand} from './module-command.ts';
import {readBuiltPortal} from './read-built-portal.ts';

/** `module:list`: the portal's own modules and those in the modules folder, and what the running portal says of these. */
export async function listModules({modulesDir, dataDir, buildFolder, print}: ModuleCommand): Promise<void> {
  const [built, folders, outcomes] = await Promise.all([
    readBuiltPortal(buildFolder),
    findFolders(modulesDir),
    readOutcomes(dataDir),
  ]);
  const own = (built?.modules ?? []).map(({id, version}) => [id, version, 'built in', '']);
  const installed = folders.map(({name, id = name, version = ''}) => {
    const outcome = outcomes?.folders.find(({folder}) => folder === name);
    const state = outcome ? outcome.status : outcomes ? 'waiting' : 'not running';
    return [id, version, state, outcome?.problem ? `${outcome.problem.code}: ${outcome.problem.detail}` : name];
  });
  const rows = [['MODULE', 'VERSION', 'STATE', 'FOLDER'], ...own, ...installed];
  const widths = rows.reduce<number[]>((all, row) => row.map((cell, at) => Math.max(all[at] ?? 0, cell.length)), []);
  for (const row of rows)
    print(
      row
        .map((cell, at) => cell.padEnd(at === row.length - 1 ? 0 : (widths[at] ?? 0)))
        .join('  ')
        .trimEnd(),
    );
}
