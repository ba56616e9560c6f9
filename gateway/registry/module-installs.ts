import {randomUUID} from 'node:crypto';
import {PortalError, type ModuleStatus, type ModuleTransition} from '@openchoreo/portal-contract';
import {and, eq, sql} from 'drizzle-orm';
import {moduleInstalls, type Database} from '../database/index.ts';
import type {ModuleRegistry} from './module-registry.ts';
import type {AcceptedModule} from './registered-module.ts';

/** A hook that an operator's tab has to run: the code is the browser's. */
export interface PendingHook {
  readonly id: string;
  readonly hook: 'onInstall' | 'onUpdate';
  /** For `onUpdate`: the version that was installed before. */
  readonly from?: string;
}

type Row = typeof moduleInstalls.$inferSelect;

/** Milliseconds after which a tab that claimed a hook and was not heard of again has lost it. */
const CLAIM_TIME = 60_000;

/**
 * Which modules are installed: their hooks ran for the version this portal has. A module without code of its own has
 * no hooks and is installed when it is found; one that has left the build is uninstalled.
 */
export class ModuleInstalls {
  readonly #database: Database;
  readonly #registry: ModuleRegistry;
  readonly #found = Date.now();

  constructor(database: Database, registry: ModuleRegistry) {
    this.#database = database;
    this.#registry = registry;
  }

  static async open(database: Database, registry: ModuleRegistry): Promise<ModuleInstalls> {
    const installs = new ModuleInstalls(database, registry);
    await installs.#settleWithoutHooks();
    return installs;
  }

  /** Hooks that nobody has run for the version here. One that failed waits until it is asked for again. */
  async pending(): Promise<readonly PendingHook[]> {
    const rows = await this.#rows();
    return this.#registry.accepted.flatMap((module) => {
      const row = rows.get(module.id);
      const isDone = row?.version === module.version;
      return isDone || (row?.error && row.attempted === module.version) ? [] : [toPending(module, row?.version)];
    });
  }

  /** Gives one tab the hook to run, and nobody else until it is settled or its time is over. Throws `HOOK_CLAIMED`. */
  async claim(id: string, user: string): Promise<PendingHook & {readonly claim: string}> {
    const module = this.#registry.accepted.find((one) => one.id === id);
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
          and ${moduleInstalls.version} is distinct from ${module.version}`,
      })
      .returning();
    if (!row) throw new PortalError('HOOK_CLAIMED', [id]);
    return {...toPending(module, row.version), claim};
  }

  /** What came of a hook. Throws `HOOK_CLAIMED` when the claim is not the current one. */
  async settle(id: string, claim: string, outcome: {readonly user: string; readonly error?: string}): Promise<void> {
    const module = this.#registry.find(id);
    if (!module) throw new PortalError('MODULE_UNKNOWN', [id]);
    const {user, error} = outcome;
    const settled = await this.#database
      .update(moduleInstalls)
      .set({
        ...(error === undefined ? {version: module.version} : {}),
        attempted: module.version,
        error: error ?? null,
        claim: null,
        claimedUntil: null,
        changedAt: new Date(),
        changedBy: user,
      })
      .where(and(eq(moduleInstalls.moduleId, id), eq(moduleInstalls.claim, claim)))
      .returning();
    if (settled.length === 0) throw new PortalError('HOOK_CLAIMED', [id]);
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

  async #settleWithoutHooks(): Promise<void> {
    const rows = await this.#rows();
    const changed = {changedAt: new Date(), changedBy: 'portal', claim: null, claimedUntil: null, error: null};
    for (const {id, version, manifest} of this.#registry.accepted) {
      if (manifest.main || rows.get(id)?.version === version) continue;
      const row = {version, attempted: version, ...changed};
      await this.#database
        .insert(moduleInstalls)
        .values({moduleId: id, ...row})
        .onConflictDoUpdate({target: moduleInstalls.moduleId, set: row});
    }
    for (const [id, {version}] of rows) {
      if (version === null || this.#registry.find(id)) continue;
      await this.#database
        .update(moduleInstalls)
        .set({version: null, attempted: null, ...changed})
        .where(eq(moduleInstalls.moduleId, id));
    }
  }
}

function toPending({id}: AcceptedModule, installed: string | null | undefined): PendingHook {
  return installed ? {id, hook: 'onUpdate', from: installed} : {id, hook: 'onInstall'};
}

function toInstallSteps({version, error, attempted, changedAt, changedBy}: Row, current: string): ModuleTransition[] {
  const at = changedAt.getTime();
  if (error && attempted === current) return [{status: 'failed', at, detail: error}];
  return version === current ? [{status: 'installed', at, detail: `${version} · ${changedBy}`}] : [];
}
