import {toSourceManifest} from './manifests.ts';
import {toReferenceKey, type ModuleEntry, type ModulePlan} from './module-entries.ts';
import {findReferences, type Reference} from './references.ts';

/** The files that hold a page or a card the server draws: what people see first. */
export function findDrawn(plan: ModulePlan): readonly ModuleEntry[] {
  const manifest = toSourceManifest(plan.module);
  const wanted = new Set(findMarked(manifest));
  const found = findReferences(manifest).filter((reference) => wanted.has(toName(reference)));
  return [...new Set(found.flatMap((reference) => plan.placed.get(toReferenceKey(reference))?.entry ?? []))];
}

/** The components beside a `prerender: true`, wherever that stands. */
function findMarked(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const {prerender, component} = value as {prerender?: unknown; component?: Reference};
  const own = prerender === true && component ? [toName(component)] : [];
  return [...own, ...Object.values(value).flatMap(findMarked)];
}

function toName({entry, export: name}: Reference): string {
  return `${entry}#${name}`;
}
