import {parseManifest, type ModuleManifest} from '@openchoreo/portal-contract';
import {existsSync} from 'node:fs';
import {relative, resolve} from 'node:path';
import type {SourceModule} from './evaluate/source-module.ts';
import {readExportNames} from './evaluate/export-names.ts';
import type {BuildFault} from './fault.ts';
import {toReferenceKey, type ModulePlan} from './module-entries.ts';
import {COMPONENT_FIELDS, findReferences, mapReferences, type FoundReference, type Reference} from './references.ts';
import type {CompiledCatalogue} from './messages.ts';

/** What is wrong with the files and messages that a sound manifest names. */
export function checkSources(
  {module, folder}: ModulePlan,
  catalogues: readonly CompiledCatalogue[],
): readonly BuildFault[] {
  const faults: BuildFault[] = [];
  const references = findReferences(toSourceManifest(module)).map(
    (reference) => [toReferenceKey(reference), reference] as const,
  );
  for (const {entry, export: source} of new Map(references).values()) {
    const file = resolve(folder, entry);
    const path = relative(folder, file);
    if (!existsSync(file)) {
      faults.push({module: module.id, path, found: 'no such file', expected: 'the file that the manifest names'});
      continue;
    }
    const names = readExportNames(file);
    if (names.includes(source)) continue;
    faults.push({
      module: module.id,
      path,
      found: `exports ${names.join(', ') || 'nothing'}`,
      expected: `an export '${source}'`,
    });
  }
  return [...faults, ...checkMessageReferences(module, catalogues)];
}

/** The manifest as it ships: entries are built files beside it. */
export function toBuiltManifest(
  plan: ModulePlan,
  fileOf: (name: string) => string,
  catalogues: readonly CompiledCatalogue[],
): ModuleManifest {
  const beside = (name: string): string => fileOf(name).slice(plan.base.length + 1);
  return fillManifest(plan, catalogues, {
    main: plan.main && beside(plan.main.name),
    place(reference) {
      const placed = plan.placed.get(toReferenceKey(reference));
      if (placed === undefined) throw new Error(`${plan.module.id}: ${reference.path} was not planned.`);
      return {entry: beside(placed.entry.name), export: placed.export};
    },
  });
}

/** The manifest for development: entries are addresses of source files, which Vite serves. */
export function toSourceAddressManifest(plan: ModulePlan, catalogues: readonly CompiledCatalogue[]): ModuleManifest {
  // From `/m/<id>/<version>/`, where the manifest is, to the folder that Vite serves.
  const base = `../../../modules/${plan.module.id}/`;
  return fillManifest(plan, catalogues, {
    main: plan.main && `${base}index.ts`,
    place: ({entry, export: name}) => ({
      entry: base + relative(plan.folder, resolve(plan.folder, entry)),
      export: name,
    }),
  });
}

interface Places {
  /** Address of the file whose default export has the hooks; undefined when the module has none. */
  readonly main: string | undefined;
  place(reference: FoundReference): Reference;
}

function fillManifest(
  {module}: ModulePlan,
  catalogues: readonly CompiledCatalogue[],
  {main, place}: Places,
): ModuleManifest {
  const manifest: Record<string, unknown> = toSourceManifest(module);
  const found = new Map(findReferences(manifest).map((reference) => [reference.path, reference]));
  for (const field of COMPONENT_FIELDS) {
    if (manifest[field] === undefined) continue;
    manifest[field] = mapReferences(manifest[field], field, (reference, path) =>
      place(found.get(path) ?? {...reference, path}),
    );
  }
  if (main !== undefined) manifest['main'] = {entry: main, export: 'default'};
  if (catalogues.length > 0) {
    manifest['messages'] = Object.fromEntries(catalogues.map(({locale, fileName}) => [locale, fileName]));
  }
  const parsed = parseManifest(manifest);
  if (parsed.ok) return parsed.value;
  throw new Error(`${module.id}: the built manifest is not valid: ${JSON.stringify(parsed.error)}`);
}

/** The manifest with the routes in it, entries still source files. */
export function toSourceManifest({config, routes}: SourceModule): Record<string, unknown> {
  return {...config, ...(routes && {routes})};
}

/** Every `%key%` of the manifest must be in the module's catalogue. */
function checkMessageReferences(module: SourceModule, catalogues: readonly CompiledCatalogue[]): readonly BuildFault[] {
  const keys = catalogues[0]?.keys ?? [];
  const named = JSON.stringify(toSourceManifest(module)).matchAll(/"%([\w.-]+)%"/g);
  return [...new Set([...named].map((match) => match[1] ?? ''))]
    .filter((key) => !keys.includes(key))
    .map((key) => ({
      module: module.id,
      path: `manifest %${key}%`,
      found: 'no such message',
      expected: `'${key}' in messages/*.json`,
    }));
}
