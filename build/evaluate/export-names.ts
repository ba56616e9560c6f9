import {readFileSync} from 'node:fs';
import {dirname, resolve} from 'node:path';
import {parseSync} from 'vite';

/** Names of the values (not types) that a source file exports, `export *` of sibling files included. */
export function readExportNames(file: string, seen: ReadonlySet<string> = new Set()): readonly string[] {
  if (seen.has(file)) return [];
  const {module, errors} = parseSync(file, readFileSync(file, 'utf8'));
  const error = errors[0];
  if (error !== undefined) throw new SyntaxError(`${file}: ${error.message}`);
  const names: string[] = [];
  for (const {entries} of module.staticExports) {
    for (const entry of entries) {
      if (entry.isType) continue;
      if (entry.exportName.kind === 'Default') names.push('default');
      if (entry.exportName.kind === 'Name' && entry.exportName.name !== null) names.push(entry.exportName.name);
      const from = entry.importName.kind === 'AllButDefault' ? entry.moduleRequest?.value : undefined;
      if (from?.startsWith('.')) names.push(...readExportNames(resolve(dirname(file), from), new Set([...seen, file])));
    }
  }
  return [...new Set(names)];
}
