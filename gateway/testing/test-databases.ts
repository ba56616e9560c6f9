import {randomBytes} from 'node:crypto';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {Client} from 'pg';

export interface TestDatabase {
  readonly dataDir: string;
  readonly databaseUrl?: string;
  remove(): Promise<void>;
}

export interface DatabaseKind {
  readonly name: string;
  /** A reason to skip, or false. */
  readonly skip: string | false;
  make(): Promise<TestDatabase>;
}

const {TEST_DATABASE_URL: server} = process.env;

/** Both databases the portal runs on. PostgreSQL needs TEST_DATABASE_URL, a superuser's address, and counts as skipped without. */
export const DATABASES: readonly DatabaseKind[] = [
  {
    name: 'PGlite',
    skip: false,
    async make() {
      const dataDir = await mkdtemp(join(tmpdir(), 'portal-database-'));
      return {dataDir, remove: () => rm(dataDir, {recursive: true})};
    },
  },
  {
    name: 'PostgreSQL',
    skip: server === undefined ? 'TEST_DATABASE_URL is not set' : false,
    async make() {
      const dataDir = await mkdtemp(join(tmpdir(), 'portal-database-'));
      const name = `portal_${randomBytes(6).toString('hex')}`;
      await onServer(`create database ${name}`);
      const url = new URL(server ?? '');
      url.pathname = `/${name}`;
      return {
        dataDir,
        databaseUrl: url.href,
        async remove() {
          await onServer(`drop database ${name} with (force)`);
          await rm(dataDir, {recursive: true});
        },
      };
    },
  },
];

async function onServer(statement: string): Promise<void> {
  const client = new Client({connectionString: server});
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
