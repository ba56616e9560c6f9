import {setTimeout as wait} from 'node:timers/promises';
import {readOutcomes, type FolderOutcomes} from '../gateway/module-store/index.ts';
import {CommandError, type ModuleCommand} from './module-command.ts';

/**
 * Waits until the portal that runs with the data folder has looked since and says what is asked for. Resolves to
 * `undefined` at once when none runs. Throws a `CommandError` when it does not say it in time.
 */
export async function awaitPortal<T>(
  {dataDir, patience = 20_000}: ModuleCommand,
  since: number,
  find: (outcomes: FolderOutcomes) => T | undefined,
): Promise<T | undefined> {
  const end = Date.now() + patience;
  for (;;) {
    const outcomes = await readOutcomes(dataDir);
    if (outcomes === undefined) return undefined;
    const found = outcomes.at >= since ? find(outcomes) : undefined;
    if (found !== undefined) return found;
    if (Date.now() > end)
      throw new CommandError(
        'The portal runs and has not said anything about it yet. Its log and module manager know more.',
      );
    await wait(100);
  }
}
