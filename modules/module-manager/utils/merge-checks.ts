import type {ModuleCheck} from '@openchoreo/portal-contract';

/** The gateway's answers, then this tab's on what the gateway did not answer. */
export function mergeChecks(gateway: readonly ModuleCheck[], tab: readonly ModuleCheck[]): readonly ModuleCheck[] {
  const answered = new Set(gateway.map(({check}) => check));
  return [...gateway, ...tab.filter(({check}) => !answered.has(check))];
}
