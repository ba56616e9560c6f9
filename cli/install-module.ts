import {resolve} from 'node:path';
import {PortalError, toFaultText} from '@openchoreo/portal-contract';
import {
  fetchModule,
  listModuleFolder,
  ModuleStore,
  prepareModule,
  readModuleFiles,
  storeFolder,
  type FolderOutcome,
  type ModuleFiles,
  type PreparedModule,
} from '../gateway/module-store/index.ts';
import {awaitPortal} from './await-portal.ts';
import {findFolders} from './find-folders.ts';
import {CommandError, toCommandError, type ModuleCommand} from './module-command.ts';
import {readBuiltPortal} from './read-built-portal.ts';
import {replaceFolder} from './replace-folder.ts';

/** `module:install -- <folder or address>`: checks the module, copies it whole, and waits for the portal to take it. */
export async function installModule(command: ModuleCommand): Promise<void> {
  const {words, modulesDir, print} = command;
  const [source] = words;
  if (source === undefined || words.length > 1) {
    throw new CommandError('Usage: npm run module:install -- <folder or address of a manifest>');
  }
  const files = await readSource(source, command);
  const module = await check(files, command);
  const {id, version, digest} = module;
  const name = (await findFolders(modulesDir)).find((folder) => folder.id === id)?.name ?? id;
  const since = Date.now();
  await replaceFolder(modulesDir, name, files);
  const outcome = await awaitPortal(command, since, ({folders}) =>
    folders.find((one) => one.folder === name && isAbout(one, digest)),
  );
  if (outcome?.problem) throw toCommandError(outcome.problem);
  print(
    outcome
      ? `${id} ${version} is installed. The portal serves it now.`
      : `${id} ${version} is in ${modulesDir}. The portal takes it when it starts.`,
  );
}

/** What was said of an earlier content of the folder is no answer. */
function isAbout({status, digest: of}: FolderOutcome, digest: string): boolean {
  return status === 'refused' || of === digest;
}

async function readSource(source: string, {folder, moduleSources}: ModuleCommand): Promise<ModuleFiles> {
  if (/^[a-z]+:\/\//i.test(source)) return fetchModule(source, {allow: moduleSources});
  const path = resolve(folder, source);
  try {
    const listing = await listModuleFolder(path);
    if (listing.faults.length > 0)
      throw new PortalError('MODULE_SOURCE_UNREADABLE', [path, toFaultText(listing.faults)]);
    return await readModuleFiles(path, listing);
  } catch (cause) {
    if (cause instanceof PortalError) throw cause;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new PortalError('MODULE_SOURCE_UNREADABLE', [path, why], {cause});
  }
}

/** The same judgement as the portal's, before anything is copied. */
async function check(files: ModuleFiles, {buildFolder, dataDir}: ModuleCommand): Promise<PreparedModule> {
  const built = await readBuiltPortal(buildFolder);
  const shared = built && new Set(Object.keys(built.importMap.imports));
  const prepared = await prepareModule(files, {shared});
  if (!prepared.ok) throw toCommandError(prepared.error.problem);
  const {id, version, digest} = prepared.value;
  if (built?.modules.some((one) => one.id === id)) throw new PortalError('MODULE_DUPLICATE', [id]);
  const stored = await new ModuleStore(storeFolder(dataDir)).find(id, version);
  if (stored !== undefined && stored.digest !== digest) throw new PortalError('MODULE_VERSION_TAKEN', [id, version]);
  return prepared.value;
}
