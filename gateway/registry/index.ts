export {ModuleInstalls} from './module-installs.ts';
export {ModuleRegistry, type ModuleDecision} from './module-registry.ts';
export {readBuild, type BuiltPortal} from './read-build.ts';
export type {AcceptedModule, RegisteredModule} from './registered-module.ts';
