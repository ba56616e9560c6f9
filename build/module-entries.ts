import {basename, join, resolve} from 'node:path';
import type {SourceModule} from './evaluate/source-module.ts';
import {findReferences, type FoundReference} from './references.ts';

/** One file the build makes of a module: which source exports it carries, under which names. */
export interface ModuleEntry {
  /** Input name, and the file's name before its hash: `m/dashboard/1.0.0/main-page`. */
  readonly name: string;
  readonly exports: readonly {readonly file: string; readonly source: string; readonly as: string}[];
}

/** Where one reference of the manifest ends up. */
export interface PlacedReference {
  readonly entry: ModuleEntry;
  readonly export: string;
}

export interface ModulePlan {
  readonly module: SourceModule;
  /** Where its sources are. */
  readonly folder: string;
  /** `m/<id>/<version>`, without slashes around it. */
  readonly base: string;
  readonly entries: readonly ModuleEntry[];
  /** By {@link toReferenceKey}. */
  readonly placed: ReadonlyMap<string, PlacedReference>;
  readonly main?: ModuleEntry;
}

/**
 * Decides which files a module is built into. A page and an element have a file of their own; contributions to one
 * extension point in one perspective are shown together, so they share one and cost one request; those that wait until
 * they are looked at share another.
 */
export function planModule(root: string, module: SourceModule): ModulePlan {
  const base = `m/${module.id}/${String(module.config['version'])}`;
  const folder = join(root, 'modules', module.id);
  const names = new Set<string>();
  const placed = new Map<string, PlacedReference>();
  const entries: ModuleEntry[] = [];
  const references = findReferences({...module.config, ...(module.routes && {routes: module.routes})});

  const files = new Map<string, ModuleEntry>();

  const add = (wanted: string, exports: ModuleEntry['exports']): ModuleEntry => {
    const entry = {name: `${base}/${toFreeName(names, wanted)}`, exports};
    entries.push(entry);
    return entry;
  };
  /** A file that is built as it is, is built once. */
  const addFile = (path: string, exports: ModuleEntry['exports']): ModuleEntry => {
    const entry = files.get(path) ?? add(toFileName(path), exports);
    files.set(path, entry);
    return entry;
  };

  for (const group of Map.groupBy(references, toGroup).values()) {
    const wanted = [...new Map(group.map((reference) => [toReferenceKey(reference), reference])).values()];
    const [first] = wanted;
    if (first === undefined) continue;
    const isOneFile = wanted.every((reference) => reference.entry === first.entry);
    const exports = wanted.map((reference, index) => ({
      file: resolve(folder, reference.entry),
      source: reference.export,
      as: isOneFile ? reference.export : `c${index}`,
    }));
    const entry = isOneFile ? addFile(first.entry, exports) : add(toSetName(first.set ?? ''), exports);
    wanted.forEach((reference, index) => {
      placed.set(toReferenceKey(reference), {entry, export: exports[index]?.as ?? reference.export});
    });
  }

  if (!module.hasMain) return {module, folder, base, entries, placed};
  const main = add('main', [{file: join(folder, 'index.ts'), source: 'default', as: 'default'}]);
  return {module, folder, base, entries, placed, main};
}

/** Says which reference it is: the same export may be a page and, with others, a card. */
export function toReferenceKey({entry, export: name, set}: Pick<FoundReference, 'entry' | 'export' | 'set'>): string {
  return `${set ?? ''}#${entry}#${name}`;
}

function toGroup(reference: FoundReference): string {
  return reference.set ?? toReferenceKey(reference);
}

/** `dashboard.cards both` becomes `dashboard-cards`. */
function toSetName(set: string): string {
  return set.replace(/ both\b/, '').replace(/[. ]/g, '-');
}

function toFileName(entry: string): string {
  return basename(entry).replace(/[.][^.]+$/, '');
}

function toFreeName(taken: Set<string>, wanted: string): string {
  let name = wanted;
  for (let count = 2; taken.has(name); count++) name = `${wanted}-${count}`;
  taken.add(name);
  return name;
}
