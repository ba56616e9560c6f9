import {PortalError, type ModuleCheck, type ModuleManifest} from '@openchoreo/portal-contract';
import {toPortalError} from '../errors/to-portal-error.ts';
import {readStores} from '../registry/read-stores.ts';
import type {ExplainContext} from './explain-parts.ts';
import {explainText} from './explain-texts.ts';
import type {Part} from './list-parts.ts';

type Means = Pick<ExplainContext, 'records' | 'manifest' | 'definition' | 'messages'>;
interface Explained {
  readonly part: Part;
  readonly own: readonly ModuleCheck[];
}

/**
 * What a module's store holds, each field with who may read it and whether it is kept; why it could not be opened.
 * Fields are declared in code: of a module whose code is not served, or must not be loaded for this, nothing is known.
 */
export async function explainStores(manifest: ModuleManifest, means: Means): Promise<readonly Explained[]> {
  const {id} = manifest;
  const record = means.records().find(({head}) => head.id === id);
  if (!record || !manifest.main) return [];
  const toPart = (key: string, name: string): Part => ({
    ...{kind: 'store', key, name, module: id, perspectives: [], permissions: []},
  });
  try {
    const fields = readStores(record.head, await means.definition(record, manifest));
    if (!fields) return [];
    const modules = (await findReaders(id, means)).join(', ');
    return Object.entries(fields).map(([name, {persist}]) => {
      const detail = `${explainText(persist ? 'kept' : 'passing')} ${explainText('readers', {modules})}`;
      return {part: toPart(`${id}/store/${name}`, name), own: [{check: 'load', passed: true, detail}]};
    });
  } catch (cause) {
    const error = toPortalError(cause, () => new PortalError('MODULE_LOAD_FAILED', [id], {cause}));
    const failed = {check: 'load', passed: false, detail: means.messages.error(error), code: error.code} as const;
    return [{part: toPart(`${id}/store`, id), own: [failed]}];
  }
}

/** The module itself, and those of the session that name it under `dependencies`. */
async function findReaders(id: string, {records, manifest}: Means): Promise<readonly string[]> {
  const all = await Promise.all(records().map(({head}) => manifest(head).catch(() => undefined)));
  const readers = all.filter((one) => id in {...one?.dependencies?.modules, ...one?.dependencies?.optional});
  return [id, ...readers.flatMap((one) => one?.id ?? [])];
}
