export {installModule} from './install-module.ts';
export {listModules} from './list-modules.ts';
export {removeModule} from './remove-module.ts';
export {runCommand} from './run-command.ts';
