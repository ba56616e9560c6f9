import {join} from 'node:path';
import {PortalError} from '@openchoreo/portal-contract';
import {readConfig} from '../gateway/config/index.ts';
import {CommandError, type ModuleCommand} from './module-command.ts';

/** Runs a command with the variables of the portal. Resolves to its exit code; what is wrong is said in lines with codes. */
export async function runCommand(
  command: (given: ModuleCommand) => Promise<void>,
  {root, words, environment}: {root: string; words: readonly string[]; environment: NodeJS.ProcessEnv},
): Promise<number> {
  const config = readConfig(environment);
  if (!config.ok) {
    for (const error of config.error) console.error(`${error.code}: ${error.message}`);
    return 1;
  }
  const {modulesDir, dataDir, moduleSources} = config.value;
  const buildFolder = join(root, 'dist');
  const folder = environment['INIT_CWD'] ?? process.cwd();
  try {
    await command({words, modulesDir, dataDir, moduleSources, folder, buildFolder, print: console.log});
    return 0;
  } catch (error) {
    if (error instanceof CommandError) console.error(error.lines.join('\n'));
    else if (error instanceof PortalError)
      console.error(`${error.code}: ${error.message}\nSee docs/errors/${error.code}.md`);
    else throw error;
    return 1;
  }
}
