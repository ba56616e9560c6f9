import {
  localizeManifest,
  PORTAL_POINTS,
  PortalError,
  toFaultText,
  type ContributionData,
  type Fault,
  type RefusedContribution,
} from '@openchoreo/portal-contract';
import {compileSchema, type SchemaCheck} from '../json-schema/index.ts';
import {withdraw} from './read-module.ts';
import type {AcceptedModule, RegisteredModule} from './registered-module.ts';

/** Refuses modules that open a point with a schema nobody could fit, since it is none. */
export function checkPoints(modules: readonly RegisteredModule[]): readonly RegisteredModule[] {
  return modules.map((module) => {
    if (module.status === 'refused') return module;
    const faults = (module.manifest.extensionPoints ?? []).flatMap(({schema}, index): readonly Fault[] => {
      const compiled = compileSchema(schema);
      const path = `extensionPoints.${index}.schema`;
      return compiled.ok ? [] : [{path, found: compiled.error, expected: 'a JSON Schema, draft 2020-12'}];
    });
    if (faults.length === 0) return module;
    return withdraw(module, [new PortalError('MANIFEST_INVALID', [module.id, toFaultText(faults)])]);
  });
}

/**
 * Takes contributions that do not fit their point out of the manifests, and keeps what is wrong with each. What names
 * a point that no module here opens stays: it waits for one that does.
 */
export function checkContributions(modules: readonly RegisteredModule[]): readonly RegisteredModule[] {
  const checks = collectChecks(modules);
  return modules.map((module) => (module.status === 'refused' ? module : checkOne(module, checks)));
}

function collectChecks(modules: readonly RegisteredModule[]): ReadonlyMap<string, SchemaCheck> {
  const opened = modules.flatMap((module) =>
    module.status === 'accepted' ? (module.manifest.extensionPoints ?? []) : [],
  );
  const checks = new Map<string, SchemaCheck>();
  for (const {id, schema} of [...PORTAL_POINTS, ...opened]) {
    const compiled = compileSchema(schema);
    if (compiled.ok) checks.set(id, compiled.value);
  }
  return checks;
}

function checkOne(module: AcceptedModule, checks: ReadonlyMap<string, SchemaCheck>): AcceptedModule {
  const {contributes} = module.manifest;
  if (contributes === undefined) return module;
  // As people will read it: a text's length is that of the text, not of the key it is written as.
  const read = localizeManifest(module.manifest, module.messages['en'] ?? {}).contributes ?? {};
  const refused: RefusedContribution[] = [];
  const kept = Object.entries(contributes).map(([point, list]) => {
    const check = checks.get(point);
    const ids = new Set<string>();
    const fitting = list.filter((contribution, index) => {
      const faults = ids.has(contribution.id)
        ? [{path: 'id', found: `'${contribution.id}' for the second time`, expected: 'each id once'}]
        : findFaults(read[point]?.[index], check);
      if (faults.length > 0) refused.push({point, id: contribution.id, faults});
      else ids.add(contribution.id);
      return faults.length === 0;
    });
    return [point, fitting] as const;
  });
  if (refused.length === 0) return module;
  return {...module, manifest: {...module.manifest, contributes: Object.fromEntries(kept)}, refused};
}

function findFaults(contribution: ContributionData | undefined, check: SchemaCheck | undefined): readonly Fault[] {
  return check?.(contribution) ?? [];
}
