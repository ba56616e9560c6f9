import {
  findSettingFault,
  PortalError,
  toFaultText,
  type Dispose,
  type Fault,
  type Setting,
  type User,
} from '@openchoreo/portal-contract';
import {and, eq, inArray, or} from 'drizzle-orm';
import {settings as table, type Database} from '../database/index.ts';
import {compileSchema} from '../json-schema/index.ts';
import type {Log} from '../observability/index.ts';
import type {AcceptedModule} from '../registry/index.ts';

export type SettingValues = Readonly<Record<string, unknown>>;

/** Settings of the module changed: of this person, or of everybody. */
export interface SettingChange {
  readonly module: string;
  readonly user?: string | undefined;
}

/** The id under which the portal's own values stand. */
const EVERYBODY = '';

/** What people and operators set of modules' settings. */
export class SettingStore {
  readonly #database: Database;
  readonly #log: Log;
  readonly #listeners = new Set<(change: SettingChange) => void>();
  /** What the log has said already. */
  readonly #told = new Set<string>();

  constructor(database: Database, log: Log) {
    this.#database = database;
    this.#log = log;
  }

  /**
   * What was set of each module's settings and still fits, by module id; one without settings is left out. What no
   * longer fits counts as not set, with a line in the log.
   */
  async read(modules: readonly AcceptedModule[], userId: string): Promise<Readonly<Record<string, SettingValues>>> {
    const declaring = new Map(modules.map((module) => [module.id, module.manifest.settings ?? []]));
    for (const [id, settings] of declaring) if (settings.length === 0) declaring.delete(id);
    if (declaring.size === 0) return {};
    const rows = await this.#database
      .select()
      .from(table)
      .where(
        and(inArray(table.moduleId, [...declaring.keys()]), or(eq(table.userId, userId), eq(table.userId, EVERYBODY))),
      );
    const values: Record<string, Record<string, unknown>> = Object.fromEntries(
      [...declaring.keys()].map((id) => [id, {}]),
    );
    for (const row of rows) {
      const setting = declaring.get(row.moduleId)?.find(({key}) => key === row.key);
      const owner = setting?.level === 'portal' ? EVERYBODY : userId;
      if (setting === undefined || row.userId !== owner || findFault(setting, row.value) !== undefined) {
        this.#tell(row);
        continue;
      }
      const own = values[row.moduleId];
      if (own) own[row.key] = row.value;
    }
    return values;
  }

  /** Keeps the value, or forgets it. Throws `SETTING_INVALID` for a key or a value that does not fit the module. */
  async write(
    module: AcceptedModule,
    user: User,
    change: {readonly key: string; readonly value?: unknown},
  ): Promise<void> {
    const setting = this.find(module, change.key);
    const userId = setting.level === 'portal' ? EVERYBODY : user.id;
    if (change.value === undefined) {
      await this.#database
        .delete(table)
        .where(and(eq(table.moduleId, module.id), eq(table.userId, userId), eq(table.key, setting.key)));
    } else {
      const fault = findFault(setting, change.value);
      if (fault !== undefined) throw new PortalError('SETTING_INVALID', [module.id, toFaultText([fault])]);
      const row = {value: change.value, updatedAt: new Date(), updatedBy: user.name};
      await this.#database
        .insert(table)
        .values({moduleId: module.id, userId, key: setting.key, ...row})
        .onConflictDoUpdate({target: [table.moduleId, table.userId, table.key], set: row});
    }
    const told: SettingChange = {module: module.id, user: setting.level === 'portal' ? undefined : user.id};
    for (const listener of this.#listeners) listener(told);
  }

  /** The module's setting of that key. Throws `SETTING_INVALID`. */
  find({id, manifest}: AcceptedModule, key: string): Setting {
    const setting = manifest.settings?.find((one) => one.key === key);
    if (setting !== undefined) return setting;
    const fault = {path: key, found: 'a setting that the module does not have', expected: 'one of its own'};
    throw new PortalError('SETTING_INVALID', [id, toFaultText([fault])]);
  }

  /** Calls back after every change in this process. */
  onChange(listener: (change: SettingChange) => void): Dispose {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  #tell({moduleId, key, userId}: {readonly moduleId: string; readonly key: string; readonly userId: string}): void {
    const what = `${moduleId} ${key}`;
    if (this.#told.has(what)) return;
    this.#told.add(what);
    const level = userId === EVERYBODY ? 'portal' : 'user';
    this.#log.warn(
      {module: moduleId, setting: key, level},
      'a stored setting does not fit any more; its default holds',
    );
  }
}

/** What is wrong with the value; a schema that is none was no reason to refuse the manifest, and refuses every value. */
function findFault(setting: Setting, value: unknown): Fault | undefined {
  const fault = findSettingFault(setting, value);
  if (fault !== undefined || setting.schema === undefined) return fault;
  const compiled = compileSchema(setting.schema);
  if (!compiled.ok) return {path: setting.key, found: compiled.error, expected: 'a JSON Schema, draft 2020-12'};
  const [first] = compiled.value(value);
  return first && {...first, path: [setting.key, first.path].filter(Boolean).join('.')};
}
