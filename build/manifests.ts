import {parseManifest, type ModuleManifest} from '@openchoreo/portal-contract';
import {existsSync} from 'node:fs';
import {relative, resolve} from 'node:path';
import type {SourceModule} from './evaluate/source-module.ts';
import {readExportNames} from './evaluate/export-names.ts';
import type {BuildFault} from './fault.ts';
import {toReferenceKey, type ModulePlan} from './module-entries.ts';
import {COMPONENT_FIELDS, findReferences, mapReferences} from './references.ts';
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
  const source: Record<string, unknown> = toSourceManifest(plan.module);
  const beside = (name: string): string => fileOf(name).slice(plan.base.length + 1);
  const points = new Map(findReferences(source).map((reference) => [reference.path, reference]));
  for (const field of COMPONENT_FIELDS) {
    if (source[field] === undefined) continue;
    source[field] = mapReferences(source[field], field, (reference, path) => {
      const placed = plan.placed.get(toReferenceKey(points.get(path) ?? reference));
      if (placed === undefined) throw new Error(`${plan.module.id}: ${path} was not planned.`);
      return {entry: beside(placed.entry.name), export: placed.export};
    });
  }
  if (plan.main !== undefined) source['main'] = {entry: beside(plan.main.name), export: 'default'};
  if (catalogues.length > 0) {
    source['messages'] = Object.fromEntries(catalogues.map(({locale, fileName}) => [locale, fileName]));
  }
  const parsed = parseManifest(source);
  if (!parsed.ok)
    throw new Error(`${plan.module.id}: the built manifest is not valid: ${JSON.stringify(parsed.error)}`);
  return parsed.value;
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
