import {createHash} from 'node:crypto';
import type {
  Composition,
  ModuleCheck,
  ModuleManifest,
  RegistryEntry,
  WithheldModule,
} from '@openchoreo/portal-contract';
import type {PermissionReader, RoleChanges} from '../api/index.ts';
import {isPortalError} from '../http/index.ts';
import type {Log} from '../observability/index.ts';
import type {AcceptedModule, ModuleInstalls, ModuleRegistry} from '../registry/index.ts';
import type {ActiveSession} from '../sessions/index.ts';
import {checkModule, type CheckInput} from './check-module.ts';
import {openedPoints, reportOf} from './report-contributions.ts';
import {IconSource} from './resolve-icon.ts';
import {localized, toHead} from './to-head.ts';

/** How long a session's composition is used again unless a decision about modules or a change of roles comes first. */
const MAX_AGE = 2000;

/** Decides which modules a session runs, and tells why. */
export class Composer {
  readonly #registry: ModuleRegistry;
  readonly #installs: ModuleInstalls;
  readonly #permissions: PermissionReader;
  readonly #earlier: ((id: string, version: string) => AcceptedModule | undefined) | undefined;
  readonly #log: Log;
  readonly #icons = new IconSource();
  readonly #recent = new Map<string, {until: number; readonly decision: Promise<CompositionDecision>}>();

  constructor(options: {
    registry: ModuleRegistry;
    installs: ModuleInstalls;
    permissions: PermissionReader;
    roles: RoleChanges;
    /** Finds stored modules that are not in the registry any more. */
    earlier?: (id: string, version: string) => AcceptedModule | undefined;
    log: Log;
  }) {
    this.#registry = options.registry;
    this.#installs = options.installs;
    this.#permissions = options.permissions;
    this.#earlier = options.earlier;
    this.#log = options.log;
    this.#registry.onChange(() => this.#recent.clear());
    options.roles.listen(() => this.#recent.clear());
  }

  /** The modules of the session: enabled, permitted, and with everything they need. */
  async modulesFor(session: ActiveSession): Promise<readonly AcceptedModule[]> {
    return (await this.#recentDecision(session)).modules;
  }

  /**
   * The module whose files the session may fetch: of its composition; an earlier version of one of those, which its tab
   * may still run; or for those who may install modules, one whose last hook is due.
   */
  async servedModule(session: ActiveSession, id: string, version: string): Promise<AcceptedModule | undefined> {
    const current = (await this.modulesFor(session)).find((one) => one.id === id);
    if (current?.version === version) return current;
    const earlier = this.#earlier?.(id, version);
    if (earlier === undefined) return undefined;
    const wanted = earlier.manifest.permissions ?? [];
    const held = await this.#permissions.holds(session, wanted);
    if (!wanted.every((permission) => held.has(permission))) return undefined;
    const isGone = this.#registry.find(id) === undefined;
    return current !== undefined || (isGone && (await this.#permissions.may(session, 'portalmodule:update')))
      ? earlier
      : undefined;
  }

  #recentDecision(session: ActiveSession): Promise<CompositionDecision> {
    const now = Date.now();
    const key = `${session.hash} ${JSON.stringify(session.viewAs)}`;
    const recent = this.#recent.get(key);
    if (recent !== undefined && recent.until > now) return recent.decision;
    for (const [old, {until}] of this.#recent) if (until <= now) this.#recent.delete(old);
    const decision = this.#decide(session);
    // Its age begins when it is there: a slow platform is not asked twice for one page.
    const entry = {until: Infinity, decision};
    this.#recent.set(key, entry);
    decision.then(
      () => (entry.until = Date.now() + MAX_AGE),
      () => this.#recent.delete(key),
    );
    return decision;
  }

  /** What the session runs; with `isSafe` only what came with the portal's build, the rest is as if switched off. */
  async compositionFor(session: ActiveSession, locale: string, isSafe = false): Promise<Composition> {
    const {modules, withheld} = toSafe(await this.#recentDecision(session), isSafe);
    const opened = openedPoints(modules);
    const shown = withheld.filter(({module}) => module.manifest.routes !== undefined);
    const heads = await Promise.all(modules.map((module) => toHead(module, locale, this.#icons, opened)));
    return {
      id: idOf(modules),
      modules: heads,
      ...(shown.length > 0 && {withheld: shown.map((one) => toWithheld(one, locale))}),
    };
  }

  /** Why the session does not have the module; undefined when it has it, or nobody does. */
  async whyWithheld(
    session: ActiveSession,
    id: string,
  ): Promise<Pick<WithheldModule, 'reason' | 'permission'> | undefined> {
    const {withheld} = await this.#recentDecision(session);
    const found = withheld.find(({module}) => module.id === id);
    return found && toReason(found);
  }

  async compositionId(session: ActiveSession): Promise<string> {
    return idOf(await this.modulesFor(session));
  }

  manifestOf(module: AcceptedModule, locale: string): ModuleManifest {
    return localized(module, locale);
  }

  /** Every module this portal knows, with the reasons that hold for the session. */
  async entriesFor(session: ActiveSession, locale: string): Promise<readonly RegistryEntry[]> {
    const [input, modules, transitions] = await Promise.all([
      this.#checkInput(session, locale),
      this.modulesFor(session),
      this.#installs.transitions(),
    ]);
    const opened = openedPoints(modules);
    return this.#registry.all.map((module): RegistryEntry => {
      const decision = input.decisions.get(module.id);
      const manifest = module.status === 'accepted' ? localized(module, locale) : module.manifest;
      const enabled = decision?.enabled ?? true;
      const contributions = module.status === 'accepted' ? reportOf(module, opened) : undefined;
      return {
        id: module.id,
        name: manifest?.name ?? module.id,
        version: module.version,
        source: module.source,
        ...(module.isInstalled && {isInstalled: true}),
        status: module.status === 'refused' ? 'refused' : enabled ? 'enabled' : 'disabled',
        ...(module.status === 'refused' ? {problem: module.problem} : {}),
        ...(manifest === undefined ? {} : {manifest}),
        ...(contributions === undefined ? {} : {contributions}),
        checks: checkModule(module, input),
        transitions: transitions.get(module.id) ?? [],
        dependents: module.status === 'refused' ? [] : this.#registry.dependentsOf(module.id),
        ...(decision === undefined ? {} : {changedAt: decision.changedAt.toISOString(), changedBy: decision.changedBy}),
      };
    });
  }

  async #decide(session: ActiveSession): Promise<CompositionDecision> {
    const input = await this.#checkInput(session, 'en');
    const modules: AcceptedModule[] = [];
    const withheld: Withheld[] = [];
    for (const module of this.#registry.accepted) {
      const failed = checkModule(module, input).find(({passed}) => !passed);
      if (failed === undefined) modules.push(module);
      else withheld.push({module, missing: findMissing(module, failed, input)});
    }
    return {modules, withheld};
  }

  async #checkInput(session: ActiveSession, locale: string): Promise<CheckInput> {
    const wanted = this.#registry.accepted.flatMap(({manifest}) => manifest.permissions ?? []);
    const [decisions, held] = await Promise.all([this.#registry.decisions(), this.#holds(session, wanted)]);
    return {
      decisions,
      held: held ?? new Set(),
      permissionsKnown: held !== undefined,
      find: (id) => this.#registry.find(id),
      locale,
    };
  }

  /** Without the platform, modules that need a permission are left out; the portal itself goes on. */
  async #holds(session: ActiveSession, wanted: readonly string[]): Promise<ReadonlySet<string> | undefined> {
    try {
      return await this.#permissions.holds(session, wanted);
    } catch (error) {
      if (isPortalError(error, 'SESSION_EXPIRED')) throw error;
      this.#log.warn({err: error}, 'permissions could not be asked; modules that need one are left out');
      return undefined;
    }
  }
}

interface CompositionDecision {
  readonly modules: readonly AcceptedModule[];
  /** What the session does not get. */
  readonly withheld: readonly Withheld[];
}

interface Withheld {
  readonly module: AcceptedModule;
  /** The permission it failed for; nothing when it is switched off, itself or something it needs. */
  readonly missing: string | undefined;
}

/** Without what was installed. What comes with the build never needs any of that. */
function toSafe(decision: CompositionDecision, isSafe: boolean): CompositionDecision {
  if (!isSafe) return decision;
  const left = decision.modules.filter((module) => module.isInstalled && module.manifest.routes !== undefined);
  return {
    modules: decision.modules.filter((module) => !module.isInstalled),
    withheld: [...decision.withheld, ...left.map((module) => ({module, missing: undefined}))],
  };
}

function findMissing({manifest}: AcceptedModule, {check}: ModuleCheck, {held}: CheckInput): string | undefined {
  return check === 'permission' ? manifest.permissions?.find((permission) => !held.has(permission)) : undefined;
}

function toWithheld(withheld: Withheld, locale: string): WithheldModule {
  const {name, routes} = localized(withheld.module, locale);
  return {name, base: routes?.base ?? '/', ...toReason(withheld)};
}

function toReason({missing}: Withheld): Pick<WithheldModule, 'reason' | 'permission'> {
  return missing === undefined ? {reason: 'disabled'} : {reason: 'denied', permission: missing};
}

function idOf(modules: readonly AcceptedModule[]): string {
  const set = modules.map(({id, version, revision = ''}) => `${id}@${version}${revision && `#${revision}`}`).sort();
  return createHash('sha256').update(set.join('\n')).digest('base64url').slice(0, 16);
}
