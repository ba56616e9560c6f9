import {randomUUID} from 'node:crypto';
import {after, describe, it} from 'node:test';
import {setTimeout} from 'node:timers/promises';
import {PGlite} from '@electric-sql/pglite';
import {sql} from 'drizzle-orm';
import {drizzle as drizzleNodePostgres} from 'drizzle-orm/node-postgres';
import {drizzle as drizzlePglite} from 'drizzle-orm/pglite';
import pg from 'pg';
import type {PlatformDatabase} from '../database/database.ts';

export interface OpenDatabase {
  readonly database: PlatformDatabase;
  readonly close: () => Promise<void>;
}

/**
 * Runs the same tests on the embedded database and on a PostgreSQL server; without a server those count as skipped.
 * What `open` gives is empty: one database serves a suite, and closing it drops what the platform made.
 */
export function describeOnDatabases(name: string, tests: (open: () => Promise<OpenDatabase>) => void): void {
  describe(`${name} (PGlite)`, () => shareDatabase(() => openPglite(), tests));
  const url = process.env['TEST_DATABASE_URL'];
  // A skipped suite is not counted; a skipped test is.
  if (url) describe(`${name} (PostgreSQL)`, () => shareDatabase(() => openPostgres(url), tests));
  else it(`${name} (PostgreSQL)`, {skip: 'TEST_DATABASE_URL is not set'});
}

function shareDatabase(create: () => Promise<OpenDatabase>, tests: (open: () => Promise<OpenDatabase>) => void): void {
  let shared: OpenDatabase | undefined;
  tests(async () => {
    shared ??= await create();
    const {database} = shared;
    return {database, close: async () => void (await database.execute(sql`drop schema platform cascade`))};
  });
  after(async () => shared?.close());
}

/** In memory, or in a folder that outlives it. */
export async function openPglite(folder?: string): Promise<OpenDatabase> {
  const client = await PGlite.create(folder === undefined ? {} : {dataDir: folder});
  return {database: drizzlePglite(client), close: () => client.close()};
}

/** A fresh database on the server, dropped when closed. From then on the use of anything deprecated fails the tests. */
async function openPostgres(url: string): Promise<OpenDatabase> {
  const name = `platform_${randomUUID().replaceAll('-', '')}`;
  await run(url, `create database ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  // Two queries at once on one connection are such a thing, and the next version of the driver refuses them.
  process.throwDeprecation = true;
  const pool = new pg.Pool({connectionString: own.href});
  return {
    database: drizzleNodePostgres(pool),
    async close() {
      await pool.end();
      await drop(url, name);
    },
  };
}

/** The pool's connections end a moment after it says so; ending them by force would fail whichever test runs then. */
async function drop(url: string, name: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await run(url, `drop database ${name}`);
      return;
    } catch (error) {
      if (attempt === 50) throw error;
      await setTimeout(50);
    }
  }
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({connectionString: url});
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
