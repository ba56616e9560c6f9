import {
  showsIn,
  toFaultText,
  type ExplainedModule,
  type ExplainedOutcome,
  type Explanation,
  type Messages,
  type ModuleCheck,
  type Permission,
  type Perspective,
  type PortalError,
} from '@openchoreo/portal-contract';
import {listParts, type Part} from './list-parts.ts';

export interface ExplainContext {
  /** What the tab knows of the module itself. */
  readonly explainModule: (id: string) => readonly ModuleCheck[];
  readonly perspective: () => Perspective;
  readonly has: (action: Permission) => boolean;
  /** Why a part failed the last time it was to be shown. */
  readonly failure: (key: string) => PortalError | undefined;
  readonly messages: Pick<Messages, 'text' | 'error'>;
}

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

const OUTCOMES: Readonly<Record<ModuleCheck['check'], ExplainedOutcome>> = {
  source: 'blocked',
  manifest: 'broken',
  compatibility: 'blocked',
  enabled: 'blocked',
  dependency: 'blocked',
  perspective: 'hidden',
  permission: 'blocked',
  load: 'broken',
};

/** Why a module and everything it adds is shown, hidden, blocked or broken, the module first. */
export function explainParts(entry: ExplainedModule, context: ExplainContext): readonly Explanation[] {
  const {id, name, manifest} = entry;
  const ofModule = mergeChecks(entry.checks, context.explainModule(id));
  const parts = manifest ? listParts(manifest) : [];
  return [
    conclude({kind: 'module', key: id, name, module: id}, ofModule),
    ...parts.map((part) => conclude(part, explainPart(part, ofModule, context))),
    ...explainReport(entry, ofModule, context),
  ];
}

/** The gateway's answers, the tab's on what the gateway did not answer, in the portal's order. */
export function mergeChecks(gateway: readonly ModuleCheck[], tab: readonly ModuleCheck[]): readonly ModuleCheck[] {
  const answered = new Set(gateway.map(({check}) => check));
  return sort([...gateway, ...tab.filter(({check}) => !answered.has(check))]);
}

/** A «no» about the module is one about each of its parts; where the module passes, the part is asked. */
function explainPart(
  {key, perspectives, permissions}: Part,
  ofModule: readonly ModuleCheck[],
  {perspective, has, failure, messages}: ExplainContext,
): readonly ModuleCheck[] {
  const other = perspectives.find((target) => !showsIn(target, perspective()));
  const lacking = permissions.filter((action) => !has(action));
  const error = failure(key);
  const own: readonly ModuleCheck[] = [
    ...(other ? [no('perspective', messages.text('check.perspective-other', {perspective: other}))] : []),
    ...(lacking.length > 0
      ? [no('permission', messages.text('check.part-lacking', {actions: lacking.join(', ')}))]
      : []),
    ...(error ? [no('load', messages.error(error))] : []),
  ];
  return ofModule.map((check) => (check.passed ? (own.find((one) => one.check === check.check) ?? check) : check));
}

/** Contributions that the manifest no longer has, since they do not fit, and those that wait for their point. */
function explainReport(
  {id, manifest, contributions = {}}: ExplainedModule,
  ofModule: readonly ModuleCheck[],
  {messages}: ExplainContext,
): readonly Explanation[] {
  const replace = (check: ModuleCheck): readonly ModuleCheck[] =>
    sort([...ofModule.filter((one) => one.check !== check.check || !one.passed), check]);
  const refused = (contributions.refused ?? []).map(({point, id: name, faults}) =>
    conclude(
      {kind: 'contribution', key: `${id}/${point}/${name}`, name, module: id, point},
      replace(no('manifest', messages.text('check.part-refused', {point, faults: toFaultText(faults)}))),
    ),
  );
  const waiting = (contributions.waiting ?? []).flatMap((point) =>
    (manifest?.contributes?.[point] ?? []).map(({id: name, title}) =>
      conclude(
        {kind: 'contribution', key: `${id}/${point}/${name}`, name: title ?? name, module: id, point},
        replace(no('dependency', messages.text('check.part-waits', {point}))),
      ),
    ),
  );
  return [...refused, ...waiting];
}

function conclude(part: Omit<Explanation, 'outcome' | 'checks'>, checks: readonly ModuleCheck[]): Explanation {
  const {kind, key, name, module, point} = part;
  const failed = checks.find(({passed}) => !passed);
  const outcome = failed ? OUTCOMES[failed.check] : 'shown';
  return {kind, key, name, module, ...(point === undefined ? {} : {point}), outcome, checks};
}

function no(check: ModuleCheck['check'], detail: string): ModuleCheck {
  return {check, passed: false, detail};
}

function sort(checks: readonly ModuleCheck[]): readonly ModuleCheck[] {
  return checks.toSorted((a, b) => ORDER.indexOf(a.check) - ORDER.indexOf(b.check));
}
