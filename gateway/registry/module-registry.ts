import {isDeepStrictEqual} from 'node:util';
import type {Dispose, PortalBuild} from '@openchoreo/portal-contract';
import {moduleStates, type Database} from '../database/index.ts';
import type {ClientFiles} from '../static/index.ts';
import {checkContributions, checkPoints} from './check-contributions.ts';
import {checkModules} from './check-modules.ts';
import {readModule} from './read-module.ts';
import type {AcceptedModule, RegisteredModule} from './registered-module.ts';

export interface ModuleDecision {
  readonly enabled: boolean;
  readonly changedAt: Date;
  readonly changedBy: string;
}

/** Which modules this portal has, and which of them its operators have switched off. */
export class ModuleRegistry {
  #all: readonly RegisteredModule[];
  readonly #built: readonly RegisteredModule[];
  readonly #portalVersion: string;
  readonly #database: Database;
  readonly #onChange = new Set<() => void>();
  /** The decisions that listeners know of. */
  #known: string | undefined;

  private constructor(database: Database, built: readonly RegisteredModule[], portalVersion: string) {
    this.#database = database;
    this.#built = built;
    this.#portalVersion = portalVersion;
    this.#all = this.#check([]);
  }

  static async open(options: {build: PortalBuild; files: ClientFiles; database: Database}): Promise<ModuleRegistry> {
    const read = await Promise.all(options.build.modules.map((built) => readModule(built, options.files)));
    const registry = new ModuleRegistry(options.database, read, options.build.version);
    await registry.look();
    return registry;
  }

  get all(): readonly RegisteredModule[] {
    return this.#all;
  }

  /**
   * Takes these as the installed modules, checked with those of the build, which come first: what an installed module
   * claims never takes anything from them. Calls the listeners when that makes a difference.
   */
  install(installed: readonly RegisteredModule[]): void {
    const next = this.#check(installed);
    if (isDeepStrictEqual(next, this.#all)) return;
    this.#all = next;
    for (const listener of this.#onChange) listener();
  }

  #check(installed: readonly RegisteredModule[]): readonly RegisteredModule[] {
    return checkContributions(checkModules(checkPoints([...this.#built, ...installed]), this.#portalVersion));
  }

  get accepted(): readonly AcceptedModule[] {
    return this.all.filter((module) => module.status === 'accepted');
  }

  find(id: string): RegisteredModule | undefined {
    // A refused second module never hides the first of the same id.
    return this.accepted.find((module) => module.id === id) ?? this.all.find((module) => module.id === id);
  }

  /** What operators decided, by module. A module without a decision is enabled. */
  async decisions(): Promise<ReadonlyMap<string, ModuleDecision>> {
    const rows = await this.#database.select().from(moduleStates);
    return new Map(rows.map(({moduleId, ...decision}) => [moduleId, decision]));
  }

  /** Accepted modules that cannot run without this one, directly or through others. */
  dependentsOf(id: string): readonly string[] {
    const found = new Set<string>();
    const visit = (needed: string): void => {
      for (const module of this.accepted) {
        if (found.has(module.id) || !(needed in (module.manifest.dependencies?.modules ?? {}))) continue;
        found.add(module.id);
        visit(module.id);
      }
    };
    visit(id);
    found.delete(id);
    return [...found].sort();
  }

  async decide(ids: readonly string[], enabled: boolean, changedBy: string): Promise<void> {
    const changedAt = new Date();
    await this.#database.transaction(async (transaction) => {
      for (const moduleId of ids) {
        const decision = {enabled, changedAt, changedBy};
        await transaction
          .insert(moduleStates)
          .values({moduleId, ...decision})
          .onConflictDoUpdate({target: moduleStates.moduleId, set: decision});
      }
    });
    this.#known = toMark(await this.decisions());
    for (const listener of this.#onChange) listener();
  }

  /** Calls the listeners when another process on the same database decided something since the last look. */
  async look(): Promise<void> {
    const mark = toMark(await this.decisions());
    const changed = this.#known !== undefined && this.#known !== mark;
    this.#known = mark;
    if (changed) for (const listener of this.#onChange) listener();
  }

  /** Calls back after every decision: of this process at once, of others when a `look` finds it. */
  onChange(listener: () => void): Dispose {
    this.#onChange.add(listener);
    return () => void this.#onChange.delete(listener);
  }
}

function toMark(decisions: ReadonlyMap<string, ModuleDecision>): string {
  return [...decisions]
    .map(([id, {enabled, changedAt}]) => `${id} ${enabled} ${changedAt.getTime()}`)
    .sort()
    .join();
}
