import {sql} from 'drizzle-orm';
import {createSeed, type SeedName} from '../seed/seed.ts';
import {insertSeed} from '../seed/insert-seed.ts';
import type {PlatformDatabase} from './database.ts';
import {migrate} from './migrate.ts';
import {seeds} from './schema.ts';

/**
 * Tables and first data, in one transaction: a crash leaves either nothing or all of it. Several processes may call it
 * at once; one does the work, the others wait. First data goes in only once in the life of a database.
 */
export async function prepareDatabase(
  database: PlatformDatabase,
  {seed, now}: {seed: SeedName; now: () => Date},
): Promise<void> {
  await database.transaction(async (transaction) => {
    await transaction.execute(sql`select pg_advisory_xact_lock(hashtext('openchoreo-platform'))`);
    await migrate(transaction);
    const [done] = await transaction.select().from(seeds).limit(1);
    if (done) return;
    await insertSeed(transaction, await createSeed(seed, now()));
    await transaction.insert(seeds).values({name: seed, seededAt: now()});
  });
}
