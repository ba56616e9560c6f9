import type {ModuleCheck} from '@openchoreo/portal-contract';

/** The order in which the portal decides. */
const ORDER: readonly ModuleCheck['check'][] = [
  'source',
  'manifest',
  'compatibility',
  'enabled',
  'dependency',
  'perspective',
  'permission',
  'load',
];

/** The gateway's answers and this tab's on what the gateway did not answer, in the portal's order. */
export function mergeChecks(gateway: readonly ModuleCheck[], tab: readonly ModuleCheck[]): readonly ModuleCheck[] {
  const answered = new Set(gateway.map(({check}) => check));
  return [...gateway, ...tab.filter(({check}) => !answered.has(check))].toSorted(
    (a, b) => ORDER.indexOf(a.check) - ORDER.indexOf(b.check),
  );
}
