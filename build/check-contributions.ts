import {parseManifest, type CompiledMessages} from '@openchoreo/portal-contract';
import {checkContributions, checkPoints} from '../gateway/registry/check-contributions.ts';
import type {AcceptedModule} from '../gateway/registry/index.ts';
import type {BuildFault} from './fault.ts';
import {toSourceManifest} from './manifests.ts';
import type {ReadModule} from './read-modules.ts';

/**
 * What the gateway would refuse when the portal starts: schemas of extension points that are none, and contributions
 * that do not fit. A point that no module here opens is nothing wrong: another portal's modules may.
 */
export function findContributionFaults(modules: readonly ReadModule[]): readonly BuildFault[] {
  return checkContributions(checkPoints(modules.flatMap(toAccepted))).flatMap((module): readonly BuildFault[] => {
    if (module.status === 'refused') {
      const {problem} = module;
      return [{module: module.id, path: 'extensionPoints', found: problem.detail, expected: 'JSON Schemas'}];
    }
    return (module.refused ?? []).flatMap(({point, id, faults}) =>
      faults.map(({path, ...fault}) => ({module: module.id, path: `contributes.${point} '${id}' ${path}`, ...fault})),
    );
  });
}

function toAccepted({plan, catalogues}: ReadModule): readonly AcceptedModule[] {
  const parsed = parseManifest(toSourceManifest(plan.module));
  if (!parsed.ok) return [];
  const english = catalogues.find(({locale}) => locale === 'en')?.source ?? '{}';
  return [
    {
      id: parsed.value.id,
      version: parsed.value.version,
      base: `/${plan.base}/`,
      source: `modules/${plan.module.id}`,
      status: 'accepted',
      manifest: parsed.value,
      preload: {},
      messages: {en: JSON.parse(english) as CompiledMessages},
    },
  ];
}
