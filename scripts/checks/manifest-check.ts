import {BuildError} from '../../build/fault.ts';
import {readModules} from '../../build/read-modules.ts';
import {type Check, type CheckResult, toResult} from './check.ts';

/** Whether every module's manifest, the files it names and all message catalogues are sound. */
export const manifestCheck: Check = {name: 'manifests and messages', run};

async function run(root: string): Promise<CheckResult> {
  try {
    await readModules(root);
    return toResult([]);
  } catch (error) {
    return toResult([error instanceof BuildError ? error.message : String(error)]);
  }
}
