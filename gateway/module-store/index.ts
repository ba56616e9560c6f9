export {fetchModule} from './fetch-module.ts';
export {outcomesFile, readOutcomes, type FolderOutcome, type FolderOutcomes} from './folder-outcomes.ts';
export {ModuleStore, storeFolder} from './module-store.ts';
export {ModulesFolder, type InstalledFolder} from './modules-folder.ts';
export {prepareModule} from './prepare-module.ts';
export {type PreparedModule} from './prepared-module.ts';
export {listModuleFolder, readModuleFiles, type ModuleFiles} from './read-module-folder.ts';
export {type StoredModule} from './stored-module.ts';
