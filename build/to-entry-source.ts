import type {ModuleEntry} from './module-entries.ts';

/**
 * What comes from one file is that file itself, so that a page which is also imported elsewhere is not built twice.
 * A module's `index.ts` is not: what it lends to others is no part of its start.
 */
export function toEntrySource({name, exports}: ModuleEntry, main?: ModuleEntry): string {
  const files = new Set(exports.map(({file}) => file));
  const [only] = files;
  if (files.size === 1 && only !== undefined && name !== main?.name) return only;
  return exports.map(({file, source, as}) => `export {${source} as ${as}} from '${file}';`).join('\n');
}
