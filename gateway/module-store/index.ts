export {consumerStyles} from './consumer-styles.ts';
export {LIMITS} from './limits.ts';
export {type ModuleRefusal} from './module-fault.ts';
export {ModuleStore} from './module-store.ts';
export {ModulesFolder, type InstalledFolder} from './modules-folder.ts';
export {prepareModule} from './prepare-module.ts';
export {listModuleFolder, readModuleFiles, type ModuleFiles} from './read-module-folder.ts';
export {type StoredModule} from './stored-module.ts';
