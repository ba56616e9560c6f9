import type {ModuleCheck, Permission} from '@openchoreo/portal-contract';
import type {ModuleDecision, RegisteredModule} from '../registry/index.ts';
import {checkTexts} from './check-texts.ts';

/** What decides about a module in a session. */
export interface CheckInput {
  readonly held: ReadonlySet<Permission>;
  readonly decisions: ReadonlyMap<string, ModuleDecision>;
  /** False when the permissions could not be asked: then no module that needs one is shown. */
  readonly permissionsKnown: boolean;
  readonly find: (id: string) => RegisteredModule | undefined;
  readonly locale: string;
}

/** Why a session has the module or not, in the order the portal decides; the first that says no decides. */
export function checkModule(module: RegisteredModule, input: CheckInput): readonly ModuleCheck[] {
  const text = checkTexts(input.locale);
  const checks: ModuleCheck[] = [
    {check: 'source', passed: true, detail: (module.isInstalled ? text.installedFrom : text.source)(module.source)},
  ];
  if (module.status === 'refused') {
    const check = REFUSED_CHECK[module.problem.code] ?? 'manifest';
    return [...checks, {check, passed: false, detail: module.problem.detail, code: module.problem.code}];
  }
  checks.push({check: 'manifest', passed: true, detail: text.manifest});
  checks.push({check: 'compatibility', passed: true, detail: text.compatible});
  const decision = input.decisions.get(module.id);
  const enabled = decision?.enabled ?? true;
  checks.push({check: 'enabled', passed: enabled, detail: enabled ? text.enabled : text.disabled(decision)});
  const blocked = findBlockedNeed(module.id, input);
  checks.push({check: 'dependency', passed: !blocked, detail: blocked ? text.needs(blocked) : text.dependencies});
  const missing = (module.manifest.permissions ?? []).filter((permission) => !input.held.has(permission));
  const detail =
    missing.length === 0 ? text.permitted : input.permissionsKnown ? text.denied(missing) : text.permissionsUnknown;
  checks.push({check: 'permission', passed: missing.length === 0, detail});
  return checks;
}

/** The first module on the way down the dependencies that the session does not have. */
function findBlockedNeed(id: string, input: CheckInput): string | undefined {
  const module = input.find(id);
  if (module?.status !== 'accepted') return undefined;
  for (const need of Object.keys(module.manifest.dependencies?.modules ?? {})) {
    const found = input.find(need);
    const standing =
      found?.status === 'accepted' &&
      (input.decisions.get(need)?.enabled ?? true) &&
      (found.manifest.permissions ?? []).every((permission) => input.held.has(permission));
    if (!standing) return need;
    const deeper = findBlockedNeed(need, input);
    if (deeper !== undefined) return deeper;
  }
  return undefined;
}

const REFUSED_CHECK: Readonly<Record<string, ModuleCheck['check']>> = {
  MODULE_INCOMPATIBLE: 'compatibility',
  MODULE_INTEGRITY: 'source',
  MODULE_SOURCE_UNREADABLE: 'source',
  MODULE_VERSION_TAKEN: 'source',
  DEPENDENCY_CYCLE: 'dependency',
  DEPENDENCY_FAILED: 'dependency',
  DEPENDENCY_MISSING: 'dependency',
  DEPENDENCY_VERSION: 'dependency',
};
