import {PortalError, type Dispose} from '@openchoreo/portal-contract';
import {and, count, eq, sql} from 'drizzle-orm';
import {keptStores, type Database} from '../database/index.ts';

/** What one module may have kept for one person, names of the fields included; and all modules together. */
const PER_MODULE = {bytes: 32 * 1024, fields: 64, text: '32 KiB in 64 fields'};
const PER_PERSON = {bytes: 1024 * 1024, text: '1 MiB in all modules'};

export interface KeptChange {
  readonly userId: string;
  readonly module: string;
  /** The tab that made it. */
  readonly writer: string;
}

/** What modules' stores keep for people. */
export class KeptStores {
  readonly #database: Database;
  readonly #listeners = new Set<(change: KeptChange) => void>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** The kept values of a module's store by field. What they mean is the module's business. */
  async read(userId: string, module: string): Promise<Readonly<Record<string, unknown>>> {
    const rows = await this.#database
      .select({field: keptStores.field, value: keptStores.value})
      .from(keptStores)
      .where(and(eq(keptStores.userId, userId), eq(keptStores.moduleId, module)));
    return Object.fromEntries(rows.map(({field, value}) => [field, JSON.parse(value) as unknown]));
  }

  /** Keeps the fields, and leaves the others. Rejects with `STORE_TOO_LARGE` and keeps nothing of it then. */
  async write(change: KeptChange, values: Readonly<Record<string, unknown>>): Promise<void> {
    const {userId, module} = change;
    const entries = Object.entries(values);
    if (entries.length === 0) return;
    const updatedAt = new Date();
    await this.#database.transaction(async (transaction) => {
      await transaction
        .insert(keptStores)
        .values(
          entries.map(([field, value]) => ({userId, moduleId: module, field, value: JSON.stringify(value), updatedAt})),
        )
        .onConflictDoUpdate({
          target: [keptStores.userId, keptStores.moduleId, keptStores.field],
          set: {value: sql`excluded.value`, updatedAt},
        });
      const rows = await transaction
        .select({
          module: keptStores.moduleId,
          bytes: sql`sum(octet_length(${keptStores.field}) + octet_length(${keptStores.value}))`.mapWith(Number),
          fields: count(),
        })
        .from(keptStores)
        .where(eq(keptStores.userId, userId))
        .groupBy(keptStores.moduleId);
      const own = rows.find((row) => row.module === module);
      const all = rows.reduce((sum, {bytes}) => sum + bytes, 0);
      if ((own?.bytes ?? 0) > PER_MODULE.bytes || (own?.fields ?? 0) > PER_MODULE.fields) {
        throw new PortalError('STORE_TOO_LARGE', [module, PER_MODULE.text]);
      }
      if (all > PER_PERSON.bytes) throw new PortalError('STORE_TOO_LARGE', [module, PER_PERSON.text]);
    });
    for (const listener of this.#listeners) listener(change);
  }

  /** Calls back after every change that this process has kept. */
  onChange(listener: (change: KeptChange) => void): Dispose {
    const own = (change: KeptChange): void => listener(change);
    this.#listeners.add(own);
    return () => void this.#listeners.delete(own);
  }
}
