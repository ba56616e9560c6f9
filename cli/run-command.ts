import {join} from 'node:path';
import {PortalError} from '@openchoreo/portal-contract';
import {readConfig} from '../gateway/config/index.ts';
import {CommandError, type ModuleCommand} from './module-command.ts';

export interface CommandRun {
  readonly root: string;
  readonly words: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
}

/** Runs a command with the variables of the portal. Resolves to its exit code; what is wrong is said in lines with codes. */
export async function runCommand(
  command: (given: ModuleCommand) => Promise<void>,
  {root, words, environment, print, complain}: CommandRun,
): Promise<number> {
  const config = readConfig(environment);
  if (!config.ok) {
    for (const error of config.error) complain(`${error.code}: ${error.message}`);
    return 1;
  }
  const {modulesDir, dataDir, moduleSources} = config.value;
  const buildFolder = join(root, 'dist');
  const folder = environment['INIT_CWD'] ?? process.cwd();
  try {
    await command({words, modulesDir, dataDir, moduleSources, folder, buildFolder, print});
    return 0;
  } catch (error) {
    if (error instanceof CommandError) complain(error.lines.join('\n'));
    else if (error instanceof PortalError)
      complain(`${error.code}: ${error.message}\nSee docs/errors/${error.code}.md`);
    else throw error;
    return 1;
  }
}
