import type {CompiledMessages, ModuleManifest} from '@openchoreo/portal-contract';
import {toSourceAddressManifest} from '../manifests.ts';
import {readModules} from '../read-modules.ts';

export interface ListedModule {
  /** Its entries are addresses of source files, relative to `/m/<id>/<version>/`. */
  readonly manifest: ModuleManifest;
  readonly messages: CompiledMessages;
}

/** Every module in the project's folder, for tests in a browser. */
export async function listModules(root: string): Promise<readonly ListedModule[]> {
  const {modules} = await readModules(root);
  return modules.map(({plan, catalogues}) => ({
    manifest: toSourceAddressManifest(plan, catalogues),
    messages: JSON.parse(catalogues.find(({locale}) => locale === 'en')?.source ?? '{}') as CompiledMessages,
  }));
}
