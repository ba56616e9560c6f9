import {PortalError} from '@openchoreo/portal-contract';
import {awaitPortal} from './await-portal.ts';
import {findFolders} from './find-folders.ts';
import {CommandError, type ModuleCommand} from './module-command.ts';
import {readBuiltPortal} from './read-built-portal.ts';
import {deleteFolder} from './replace-folder.ts';

/** `module:remove -- <id>`: deletes the module's folder and waits until the portal does without it. */
export async function removeModule(command: ModuleCommand): Promise<void> {
  const {words, modulesDir, buildFolder, print} = command;
  const [id] = words;
  if (id === undefined || words.length > 1) throw new CommandError('Usage: npm run module:remove -- <id>');
  const folders = await findFolders(modulesDir);
  // A folder whose manifest cannot be read goes by its own name.
  const found = folders.filter((folder) => (folder.id ?? folder.name) === id);
  if (found.length === 0) {
    const built = await readBuiltPortal(buildFolder);
    throw new PortalError(built?.modules.some((one) => one.id === id) ? 'MODULE_BUILT_IN' : 'MODULE_UNKNOWN', [id]);
  }
  const since = Date.now();
  for (const {name} of found) await deleteFolder(modulesDir, name);
  const isGone = await awaitPortal(command, since, (outcomes) =>
    found.every(({name}) => outcomes.folders.every(({folder}) => folder !== name)) ? true : undefined,
  );
  print(isGone ? `${id} is removed. The portal does without it now.` : `${id} is removed.`);
}
