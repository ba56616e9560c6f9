import type {ComponentReference, Fault, ModuleManifest} from '@openchoreo/portal-contract';
import {toFilePath} from './file-path.ts';
import {matchesIntegrity} from './integrity.ts';
import type {ModuleFiles} from './read-module-folder.ts';
import {readScript, type ScriptReading} from './read-script.ts';

export interface FileFaults {
  /** What may still come: files that are not there, or not whole. */
  readonly missing: readonly Fault[];
  readonly wrong: readonly Fault[];
  /** Bytes that are not those the manifest promises. */
  readonly altered: readonly Fault[];
}

/**
 * Holds the files against the manifest: what it names is there, exports what it says, and has the digest it gives;
 * every library that the code imports is one the portal shares.
 */
export function checkModuleFiles(
  manifest: ModuleManifest,
  files: ModuleFiles,
  shared: ReadonlySet<string> | undefined,
): FileFaults {
  const missing: Fault[] = [];
  const wrong: Fault[] = [];
  const readings = new Map<string, ScriptReading>();

  const find = (path: string, entry: string): string | undefined => {
    const file = toFilePath(entry);
    if (file === undefined) wrong.push({path, found: `'${entry}'`, expected: 'a file beside the manifest'});
    else if (!files.has(file))
      missing.push({path, found: `'${entry}', which is not there`, expected: 'a file of the module'}); // prettier-ignore
    else return file;
    return undefined;
  };
  const read = (file: string): ScriptReading => {
    const reading = readings.get(file) ?? readScript(Buffer.from(files.get(file) ?? []).toString('utf8'));
    readings.set(file, reading);
    return reading;
  };

  for (const {path, entry, export: name} of findEntries(manifest)) {
    const file = find(path, entry);
    if (file === undefined) continue;
    const reading = read(file);
    if (reading.kind === 'broken') continue; // named below, once for each file
    const exported = reading.kind === 'module' ? reading.exports : new Set<string>();
    if (exported === undefined || exported.has(name)) continue;
    const found = exported.size > 0 ? `exports ${[...exported].join(', ')}` : 'exports nothing';
    wrong.push({path, found: `'${entry}', which ${found}`, expected: `an export '${name}'`});
  }
  for (const [locale, entry] of Object.entries(manifest.messages ?? {})) find(`messages.${locale}`, entry);
  const altered = Object.entries(manifest.files ?? {}).flatMap(([entry, integrity]): readonly Fault[] => {
    const file = find(`files.${entry}`, entry);
    if (file === undefined || matchesIntegrity(files.get(file) ?? new Uint8Array(), integrity)) return [];
    return [{path: `files.${entry}`, found: 'other bytes', expected: integrity}];
  });
  for (const path of files.keys()) {
    if (!/\.m?js$/.test(path)) continue;
    const reading = read(path);
    if (reading.kind === 'broken') wrong.push({path, found: reading.problem, expected: 'JavaScript'});
    else wrong.push(...reading.imports.flatMap((specifier) => checkImport(path, specifier, files, shared)));
  }
  return {missing, wrong, altered};
}

function checkImport(
  path: string,
  specifier: string,
  files: ModuleFiles,
  shared: ReadonlySet<string> | undefined,
): readonly Fault[] {
  if (/^\.{1,2}\//.test(specifier)) {
    const target = new URL(specifier, `file:///m/${path}`).pathname;
    if (target.startsWith('/m/') && files.has(decodeURIComponent(target.slice(3)))) return [];
    return [{path, found: `imports '${specifier}'`, expected: 'a file of the module'}];
  }
  if (/^[a-z]+:/.test(specifier) || specifier.startsWith('/')) {
    return [{path, found: `imports '${specifier}'`, expected: "a file of the module; the portal's pages load no code from elsewhere"}]; // prettier-ignore
  }
  if (shared === undefined || isShared(specifier, shared)) return [];
  return [{path, found: `imports '${specifier}'`, expected: 'a library that the portal shares, or one built into the module'}]; // prettier-ignore
}

/** As an import map reads it: a name with a slash at its end stands for all that begins with it. */
function isShared(specifier: string, shared: ReadonlySet<string>): boolean {
  return shared.has(specifier) || [...shared].some((name) => name.endsWith('/') && specifier.startsWith(name));
}

interface FoundEntry {
  readonly path: string;
  readonly entry: string;
  readonly export: string;
}

function findEntries(manifest: ModuleManifest): readonly FoundEntry[] {
  const found: FoundEntry[] = [];
  const add = (path: string, component: ComponentReference | undefined): void => {
    if (component !== undefined && 'entry' in component) found.push({path, ...component});
  };
  type Routes = NonNullable<ModuleManifest['routes']>['definitions'];
  const visit = (routes: Routes, path: string): void =>
    routes.forEach(({component, children}, index) => {
      add(`${path}.${index}.component`, component);
      visit(children ?? [], `${path}.${index}.children`);
    });
  add('main', manifest.main);
  visit(manifest.routes?.definitions ?? [], 'routes.definitions');
  for (const [point, list] of Object.entries(manifest.contributes ?? {})) {
    list.forEach(({component}, index) => add(`contributes.${point}.${index}.component`, component));
  }
  (manifest.elements ?? []).forEach(({component}, index) => add(`elements.${index}.component`, component));
  return found;
}
