export {ConsumerRegistrations} from './consumer-registrations.ts';
export {InstalledModules} from './installed-modules.ts';
export {ModuleInstalls} from './module-installs.ts';
export {ModuleRegistry, type ModuleDecision} from './module-registry.ts';
export {readBuild, type BuiltPortal} from './read-build.ts';
export type {AcceptedModule, RegisteredModule} from './registered-module.ts';
export {reportRefused} from './report-refused.ts';
export {toAccepted} from './to-registered.ts';
