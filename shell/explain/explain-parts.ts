import {
  mergeChecks,
  showsIn,
  toFaultText,
  type ErrorCode,
  type ExplainedModule,
  type ExplainedOutcome,
  type Explanation,
  type Messages,
  type ModuleHead,
  type ModuleManifest,
  type ModuleCheck,
  type Permission,
  type Permissions,
  type Perspective,
  type PortalError,
  type Scope,
} from '@openchoreo/portal-contract';
import {findMissingField} from '../commands/judge-command.ts';
import type {ModuleRecord} from '../registry/module-record.ts';
import {toCommandId} from './command-id.ts';
import {explainStores} from './explain-stores.ts';
import {explainSubscriptions} from './explain-subscriptions.ts';
import {listParts, type Part} from './list-parts.ts';
import {refusedShortcuts} from './refused-shortcuts.ts';
import {toScopeText} from './scope-text.ts';

export interface ExplainContext {
  /** What the tab knows of the module itself. */
  readonly explainModule: (id: string) => readonly ModuleCheck[];
  /** The modules of this tab. */
  readonly records: () => readonly ModuleRecord[];
  readonly perspective: () => Perspective;
  readonly selection: () => Scope;
  readonly permissions: Pick<Permissions, 'has' | 'can'>;
  /** Why a part failed the last time it was to be shown. */
  readonly failure: (key: string) => PortalError | undefined;
  readonly messages: Pick<Messages, 'text' | 'error'>;
  readonly manifest: (head: ModuleHead) => Promise<ModuleManifest>;
  /** What the module's code declares; undefined where that is not to be loaded. Rejects with what kept it from loading. */
  readonly definition: (record: ModuleRecord, manifest: ModuleManifest) => Promise<unknown>;
}

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
export async function explainParts(entry: ExplainedModule, context: ExplainContext): Promise<readonly Explanation[]> {
  const {id, name, manifest} = entry;
  const ofModule = mergeChecks(entry.checks, context.explainModule(id));
  const parts = manifest ? listParts(manifest) : [];
  return [
    conclude({kind: 'module', key: id, name, module: id}, ofModule),
    ...(await Promise.all(parts.map(async (part) => conclude(part, await explainPart(part, ofModule, context))))),
    ...(manifest ? await explainLinks(manifest, ofModule, context) : []),
    ...explainReport(entry, ofModule, context),
  ];
}

/** A «no» about the module is one about each of its parts; where the module passes, the part is asked. */
async function explainPart(
  part: Part,
  ofModule: readonly ModuleCheck[],
  context: ExplainContext,
): Promise<readonly ModuleCheck[]> {
  const {key, perspectives} = part;
  const {records, perspective, failure, messages} = context;
  const command = toCommandId(part);
  const unheard = command === undefined ? undefined : refusedShortcuts(records()).get(command);
  const other = perspectives.find((target) => !showsIn(target, perspective()));
  const error = failure(key);
  const own: readonly ModuleCheck[] = [
    ...(unheard ? [no('manifest', messages.error(unheard), unheard.code)] : []),
    ...(other ? [no('perspective', messages.text('check.perspective-other', {perspective: other}))] : []),
    ...(await explainPermissions(part, context)),
    ...(error ? [no('load', messages.error(error), error.code)] : []),
  ];
  return withOwn(ofModule, own);
}

/** What ties the module to others: events it hears, and its store. */
async function explainLinks(
  manifest: ModuleManifest,
  ofModule: readonly ModuleCheck[],
  context: ExplainContext,
): Promise<readonly Explanation[]> {
  const [stores, subscriptions] = await Promise.all([
    explainStores(manifest, context),
    Promise.all(explainSubscriptions(manifest, context)),
  ]);
  return [...stores, ...subscriptions].map(({part, own}) => conclude(part, withOwn(ofModule, own)));
}

/** Where the module passes, what is known of the part counts. */
function withOwn(ofModule: readonly ModuleCheck[], own: readonly ModuleCheck[]): readonly ModuleCheck[] {
  const answered = ofModule.map((one) => (one.passed ? (own.find(({check}) => check === one.check) ?? one) : one));
  return mergeChecks(answered, own);
}

/** Where the portal asks: a command that needs a selection, there; everything else, in any scope. */
async function explainPermissions(
  {permissions: wanted, scope: needed}: Part,
  {selection, permissions, messages}: ExplainContext,
): Promise<readonly ModuleCheck[]> {
  if (wanted.length === 0) return [];
  const scope = selection();
  const isAskedThere = needed !== undefined && findMissingField(needed, scope) === undefined;
  // Not known is not allowed.
  const ask = async (action: Permission): Promise<boolean> =>
    isAskedThere ? permissions.can(action, scope).catch(() => false) : permissions.has(action);
  const held = await Promise.all(wanted.map(ask));
  const lacking = wanted.filter((_, index) => !held[index]);
  const passed = lacking.length === 0;
  const sentence = `check.part-${passed ? 'held' : 'lacking'}${isAskedThere ? '-in' : ''}`;
  const values = {actions: (passed ? wanted : lacking).join(', '), scope: toScopeText(scope)};
  return [{check: 'permission', passed, detail: messages.text(sentence, values)}];
}

/** Contributions that the manifest no longer has, since they do not fit, and those that wait for their point. */
function explainReport(
  {id, manifest, contributions = {}}: ExplainedModule,
  ofModule: readonly ModuleCheck[],
  {messages}: ExplainContext,
): readonly Explanation[] {
  const replace = (check: ModuleCheck): readonly ModuleCheck[] =>
    mergeChecks(
      ofModule.filter((one) => one.check !== check.check || !one.passed),
      [check],
    );
  const refused = (contributions.refused ?? []).map(({point, id: name, faults}) =>
    conclude(
      {kind: 'contribution', key: `${id}/${point}/${name}`, name, module: id, point},
      replace(
        no(
          'manifest',
          messages.text('check.part-refused', {point, faults: toFaultText(faults)}),
          'CONTRIBUTION_INVALID',
        ),
      ),
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

function no(check: ModuleCheck['check'], detail: string, code?: ErrorCode): ModuleCheck {
  return {check, passed: false, detail, ...(code && {code})};
}
