import type {ModuleCheck} from './composition.ts';

/** The order in which the portal decides: the first «no» is the answer. */
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

/** The first answers, the second ones on what the first do not answer, in the portal's order. */
export function mergeChecks(first: readonly ModuleCheck[], second: readonly ModuleCheck[]): readonly ModuleCheck[] {
  const answered = new Set(first.map(({check}) => check));
  return [...first, ...second.filter(({check}) => !answered.has(check))].toSorted(
    (a, b) => ORDER.indexOf(a.check) - ORDER.indexOf(b.check),
  );
}
