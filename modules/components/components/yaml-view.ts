/** All that the form needs once it is shown as YAML. A file of its own, so that it comes only then. */
export {toDraft} from '../services/to-draft.ts';
export {findMismatches, findYamlFaults, toRefusedLines} from '../services/yaml-faults.ts';
export {readObjects, writeObjects} from '../services/yaml-objects.ts';
export {defineYamlFields} from './yaml-fields.ts';
