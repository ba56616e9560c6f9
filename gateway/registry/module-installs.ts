import {randomUUID} from 'node:crypto';
import {PortalError, type ModuleStatus, type ModuleTransition} from '@openchoreo/portal-contract';
import {and, eq, sql} from 'drizzle-orm';
import {moduleInstalls, type Database} from '../database/index.ts';
import type {ModuleRegistry} from './module-registry.ts';
import type {AcceptedModule} from './registered-module.ts';

/** A hook that an operator's tab has to run: the code is the browser's. */
export interface PendingHook {
  readonly id: string;
  readonly hook: 'onInstall' | 'onUpdate' | 'onUninstall';
  /** For `onUpdate`: the version that was installed before. */
  readonly from?: string;
  /** For `onUninstall`: the module, of which tabs know nothing any more. */
  readonly module?: Pick<AcceptedModule, 'version' | 'base'> & {readonly name: string};
}

type Row = typeof moduleInstalls.$inferSelect;

/** Milliseconds after which a tab that claimed a hook and was not heard of again has lost it. */
const CLAIM_TIME = 60_000;

/**
 * Which modules are installed: their hooks ran for the version this portal has. A module without code of its own has
 * no hooks and is installed when it is found. One that is gone is uninstalled when its hook has run, if its code is
 * still stored; at once when it has left the build.
 */
export class ModuleInstalls {
  readonly #database: Database;
  readonly #registry: ModuleRegistry;
  readonly #findStored: FindStored;
  readonly #found = Date.now();
  #leaving = new Map<string, AcceptedModule>();

  constructor(database: Database, registry: ModuleRegistry, findStored: FindStored = () => Promise.resolve(undefined)) {
    this.#database = database;
    this.#registry = registry;
    this.#findStored = findStored;
  }

  /** Modules that are gone and whose `onUninstall` is due. */
  get leaving(): readonly AcceptedModule[] {
    return [...this.#leaving.values()];
  }

  /** Brings the list in line with the modules that are here now. To be called whenever those have changed. */
  async follow(): Promise<void> {
    const rows = await this.#rows();
    await this.#settleWithoutHooks(rows);
    await this.#settleGone(rows);
  }

  /** Hooks that nobody has run for the version here. One that failed waits until it is asked for again. */
  async pending(): Promise<readonly PendingHook[]> {
    const rows = await this.#rows();
    const due = this.#registry.accepted.flatMap((module) => {
      const row = rows.get(module.id);
      const isDone = row?.version === module.version;
      return isDone || (row?.error && row.attempted === module.version) ? [] : [toPending(module, row?.version)];
    });
    return [...due, ...this.leaving.map(toUninstall)];
  }

  /** Gives one tab the hook to run, and nobody else (`undefined`) until it is settled or its time is over. */
  async claim(id: string, user: string): Promise<(PendingHook & {readonly claim: string}) | undefined> {
    const leaving = this.#leaving.get(id);
    const module = leaving ?? this.#registry.accepted.find((one) => one.id === id);
    if (!module) throw new PortalError('MODULE_UNKNOWN', [id]);
    const now = new Date();
    const claim = randomUUID();
    const held = {claim, claimedUntil: new Date(now.getTime() + CLAIM_TIME)};
    const [row] = await this.#database
      .insert(moduleInstalls)
      .values({moduleId: id, ...held, changedAt: now, changedBy: user})
      .onConflictDoUpdate({
        target: moduleInstalls.moduleId,
        set: held,
        setWhere: sql`(${moduleInstalls.claimedUntil} is null or ${moduleInstalls.claimedUntil} < ${now.toISOString()})
          and (${moduleInstalls.version} is distinct from ${module.version} or ${leaving !== undefined})`,
      })
      .returning();
    if (!row) return undefined;
    return {...(leaving ? toUninstall(leaving) : toPending(module, row.version)), claim};
  }

  /** What came of a hook. Throws `HOOK_CLAIMED` when the claim is not the current one. */
  async settle(id: string, claim: string, outcome: {readonly user: string; readonly error?: string}): Promise<void> {
    const leaving = this.#leaving.get(id);
    const module = leaving ?? this.#registry.find(id);
    if (!module) throw new PortalError('MODULE_UNKNOWN', [id]);
    const {user, error} = outcome;
    // A module that is gone does not come back because its hook failed.
    const version = leaving ? null : module.version;
    const settled = await this.#database
      .update(moduleInstalls)
      .set({
        ...(error === undefined || leaving ? {version} : {}),
        attempted: version,
        error: error ?? null,
        claim: null,
        claimedUntil: null,
        changedAt: new Date(),
        changedBy: user,
      })
      .where(and(eq(moduleInstalls.moduleId, id), eq(moduleInstalls.claim, claim)))
      .returning();
    if (settled.length === 0) throw new PortalError('HOOK_CLAIMED', [id]);
    this.#leaving.delete(id);
  }

  /** The part of each module's life that is the same for everybody, of modules that have left the portal, too. */
  async transitions(): Promise<ReadonlyMap<string, readonly ModuleTransition[]>> {
    const rows = await this.#rows();
    const found = new Map<string, readonly ModuleTransition[]>();
    for (const module of this.#registry.all) {
      const row = rows.get(module.id);
      const statuses: readonly ModuleStatus[] =
        module.status === 'accepted' ? ['discovered', 'loaded', 'validated'] : ['discovered', 'failed'];
      const steps = statuses.map((status) => ({status, at: this.#found}));
      found.set(module.id, [...steps, ...(row ? toInstallSteps(row, module.version) : [])]);
    }
    for (const [id, row] of rows) {
      if (found.has(id) || row.version !== null) continue;
      found.set(id, [{status: 'uninstalled', at: row.changedAt.getTime(), detail: row.changedBy}]);
    }
    return found;
  }

  async #rows(): Promise<ReadonlyMap<string, Row>> {
    const rows = await this.#database.select().from(moduleInstalls);
    return new Map(rows.map((row) => [row.moduleId, row]));
  }

  async #settleWithoutHooks(rows: ReadonlyMap<string, Row>): Promise<void> {
    for (const {id, version, manifest} of this.#registry.accepted) {
      if (manifest.main || rows.get(id)?.version === version) continue;
      const row = {version, attempted: version, ...settledByPortal()};
      await this.#database
        .insert(moduleInstalls)
        .values({moduleId: id, ...row})
        .onConflictDoUpdate({target: moduleInstalls.moduleId, set: row});
    }
  }

  async #settleGone(rows: ReadonlyMap<string, Row>): Promise<void> {
    const leaving = new Map<string, AcceptedModule>();
    for (const [id, {version}] of rows) {
      if (version === null || this.#registry.find(id)) continue;
      const stored = await this.#findStored(id, version);
      if (stored?.manifest.main) {
        leaving.set(id, stored);
        continue;
      }
      await this.#database
        .update(moduleInstalls)
        .set({version: null, attempted: null, ...settledByPortal()})
        .where(eq(moduleInstalls.moduleId, id));
    }
    this.#leaving = leaving;
  }
}

/** Finds a version of a module that is not here any more, if its files are. */
type FindStored = (id: string, version: string) => Promise<AcceptedModule | undefined>;

function settledByPortal(): Pick<Row, 'changedAt' | 'changedBy' | 'claim' | 'claimedUntil' | 'error'> {
  return {changedAt: new Date(), changedBy: 'portal', claim: null, claimedUntil: null, error: null};
}

function toUninstall({id, version, base, manifest}: AcceptedModule): PendingHook {
  return {id, hook: 'onUninstall', module: {version, base, name: manifest.name}};
}

function toPending({id}: AcceptedModule, installed: string | null | undefined): PendingHook {
  return installed ? {id, hook: 'onUpdate', from: installed} : {id, hook: 'onInstall'};
}

function toInstallSteps({version, error, attempted, changedAt, changedBy}: Row, current: string): ModuleTransition[] {
  const at = changedAt.getTime();
  if (error && attempted === current) return [{status: 'failed', at, detail: error}];
  return version === current ? [{status: 'installed', at, detail: `${version} · ${changedBy}`}] : [];
}
