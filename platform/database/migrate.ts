import {fileURLToPath} from 'node:url';
import type {SQL} from 'drizzle-orm';
import {readMigrationFiles, type MigrationMeta} from 'drizzle-orm/migrator';
import type {PlatformDatabase} from './database.ts';

/** What Drizzle's own per-driver `migrate` works with; its types hide both members. */
interface Migratable {
  readonly dialect: {migrate(migrations: MigrationMeta[], session: Session, config: object): Promise<void>};
  readonly session: Pick<Session, 'execute' | 'all'>;
}

interface Session {
  execute(query: SQL): Promise<unknown>;
  all(query: SQL): Promise<unknown>;
  transaction(work: (transaction: PlatformDatabase) => Promise<void>): Promise<void>;
}

/** Brings the platform's tables up to date. A second call does nothing. Works inside a transaction. */
export async function migrate(database: PlatformDatabase): Promise<void> {
  const migrationsFolder = fileURLToPath(new URL('migrations', import.meta.url));
  const {dialect, session} = database as unknown as Migratable;
  const own: Session = {
    execute: (query) => session.execute(query),
    all: (query) => session.all(query),
    // The session's own would begin a second transaction; this one becomes a savepoint of the one we are in.
    transaction: (work) => database.transaction(work),
  };
  await dialect.migrate(readMigrationFiles({migrationsFolder}), own, {
    migrationsSchema: 'platform',
    migrationsTable: 'migrations',
  });
}
