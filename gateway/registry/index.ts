export {ModuleRegistry, type ModuleDecision} from './module-registry.ts';
export {readBuild, type BuiltPortal} from './read-build.ts';
export type {AcceptedModule, RefusedModule, RegisteredModule} from './registered-module.ts';
