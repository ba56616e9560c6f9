import {join} from 'node:path';
import {findUnknownFields, MESSAGES, parseManifest} from '@openchoreo/portal-contract';
import {findContributionFaults} from './check-contributions.ts';
import {evaluateModules} from './evaluate-modules.ts';
import {BuildError, type BuildFault} from './fault.ts';
import {checkSources, toSourceManifest} from './manifests.ts';
import {compileCatalogues, type CompiledCatalogue} from './messages.ts';
import {planModule, type ModulePlan} from './module-entries.ts';

/** A first-party module, read and found sound: what it is built into, and its catalogues. */
export interface ReadModule {
  readonly plan: ModulePlan;
  readonly catalogues: readonly CompiledCatalogue[];
}

export interface ReadPortal {
  /** What is not wrong, but may not be what the author meant. */
  readonly warnings: readonly string[];
  readonly modules: readonly ReadModule[];
  /** The shell's own. */
  readonly catalogues: readonly CompiledCatalogue[];
}

/** Reads every room's sources that the build turns into data. Throws one `BuildError` with the faults of all of them. */
export async function readModules(root: string): Promise<ReadPortal> {
  const evaluation = await evaluateModules(root);
  const shell = compileCatalogues(join(root, 'shell/messages'), 'shell', isErrorSentence);
  const faults: BuildFault[] = [...evaluation.faults, ...shell.faults];
  const modules: ReadModule[] = [];
  const warnings: string[] = [];
  for (const source of evaluation.modules) {
    const parsed = parseManifest(toSourceManifest(source));
    if (source.config['id'] !== source.id) {
      faults.push({
        module: source.id,
        path: 'module.config.ts id',
        found: String(source.config['id']),
        expected: source.id,
      });
    }
    if (!parsed.ok) {
      faults.push(...parsed.error.map((fault) => ({module: source.id, ...fault})));
      continue;
    }
    warnings.push(...findUnknownFields(parsed.value).map((path) => `${source.id}: ${path}: no field of this version`));
    const {catalogues, faults: messageFaults} = compileCatalogues(
      join(root, 'modules', source.id, 'messages'),
      source.id,
    );
    const plan = planModule(root, source);
    faults.push(...messageFaults, ...checkSources(plan, catalogues));
    modules.push({plan, catalogues});
  }
  faults.push(...findContributionFaults(modules));
  if (faults.length > 0) throw new BuildError(faults);
  return {modules, catalogues: shell.catalogues, warnings};
}

/** The contract has every error's sentence in English. */
function isErrorSentence(key: string): boolean {
  return key.startsWith('error.') && Object.hasOwn(MESSAGES, key.slice('error.'.length));
}
