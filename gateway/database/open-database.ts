import {mkdirSync} from 'node:fs';
import {join} from 'node:path';
import {PGlite} from '@electric-sql/pglite';
import {PortalError} from '@openchoreo/portal-contract';
import type {PgDatabase, PgQueryResultHKT} from 'drizzle-orm/pg-core';
import {drizzle as drizzlePostgres} from 'drizzle-orm/node-postgres';
import {migrate as migratePostgres} from 'drizzle-orm/node-postgres/migrator';
import {drizzle as drizzlePglite} from 'drizzle-orm/pglite';
import {migrate as migratePglite} from 'drizzle-orm/pglite/migrator';
import {Pool} from 'pg';
import {portal} from './schema.ts';

/** Either driver: the same dialect and the same SQL. */
export type Database = PgDatabase<PgQueryResultHKT>;

export interface OpenDatabase {
  readonly database: Database;
  /** Resolves when the database answers, rejects with `DATABASE_UNAVAILABLE`. */
  check(): Promise<void>;
  close(): Promise<void>;
}

const MIGRATIONS = {
  migrationsFolder: join(import.meta.dirname, 'migrations'),
  migrationsSchema: portal.schemaName,
  migrationsTable: 'migrations',
};

/** Any number that all portals on one PostgreSQL agree on: only one of them migrates at a time. */
const MIGRATION_LOCK = 7_007_001;

/** Opens PostgreSQL at the address, or the embedded database in the data folder, and brings the tables up to date. */
export async function openDatabase(options: {
  readonly dataDir: string;
  readonly databaseUrl?: string | undefined;
  /** Called when an idle connection breaks; the next query makes a new one. */
  readonly onConnectionLost?: (error: Error) => void;
}): Promise<OpenDatabase> {
  try {
    return options.databaseUrl === undefined
      ? await openEmbedded(options.dataDir)
      : await openPostgres(options.databaseUrl, options.onConnectionLost);
  } catch (cause) {
    const place = options.databaseUrl === undefined ? embeddedFolder(options.dataDir) : toPlace(options.databaseUrl);
    const detail = `The portal cannot open its database ${place}: ${toReason(cause)}.`;
    throw new PortalError('DATABASE_UNAVAILABLE', [], {cause, detail});
  }
}

function embeddedFolder(dataDir: string): string {
  return join(dataDir, 'database');
}

/** Where the server is, without who asks: user and password stay out of messages. */
function toPlace(url: string): string {
  if (!URL.canParse(url)) return 'at DATABASE_URL';
  const {hostname, port, pathname} = new URL(url);
  return `${hostname}:${port || '5432'}${pathname}`;
}

/** The code of the driver or, where there is none, the first line of what it says. */
function toReason(cause: unknown): string {
  if (!(cause instanceof Error)) return 'unknown failure';
  const {code, message} = cause as NodeJS.ErrnoException;
  if (code !== undefined) return code;
  if (cause.cause instanceof Error) return toReason(cause.cause);
  return message.split('\n', 1).join().slice(0, 120).replace(/\.$/, '') || cause.name;
}

async function openEmbedded(dataDir: string): Promise<OpenDatabase> {
  const folder = embeddedFolder(dataDir);
  mkdirSync(folder, {recursive: true});
  const client = await PGlite.create(folder);
  const database = drizzlePglite({client});
  await migratePglite(database, MIGRATIONS);
  return {
    database,
    check: () => answers(client.query('select 1')),
    close: () => client.close(),
  };
}

async function openPostgres(url: string, onConnectionLost?: (error: Error) => void): Promise<OpenDatabase> {
  const pool = new Pool({connectionString: url, max: 20, connectionTimeoutMillis: 5000});
  pool.on('error', (error) => onConnectionLost?.(error));
  try {
    const client = await pool.connect();
    try {
      await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
      await migratePostgres(drizzlePostgres({client}), MIGRATIONS);
    } finally {
      await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
      client.release();
    }
  } catch (error) {
    await pool.end();
    throw error;
  }
  return {
    database: drizzlePostgres({client: pool}),
    check: () => answers(pool.query('select 1')),
    close: () => pool.end(),
  };
}

async function answers(query: Promise<unknown>): Promise<void> {
  try {
    await query;
  } catch (cause) {
    throw new PortalError('DATABASE_UNAVAILABLE', [], {cause});
  }
}
