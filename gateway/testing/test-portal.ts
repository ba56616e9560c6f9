import {rmSync} from 'node:fs';
import {cp, mkdtemp, rm} from 'node:fs/promises';
import {createServer} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {readConfig} from '../config/index.ts';
import type {Database} from '../database/index.ts';
import {createLog} from '../observability/index.ts';
import {openPortal, type OpenPortal, type OpenPortalOptions} from '../open-portal.ts';
import {Browser} from './browser.ts';
import {writeBuild, type TestModule} from './write-build.ts';

export interface TestPortal {
  readonly url: string;
  readonly port: number;
  /** For looking into it while the portal runs. */
  readonly database: Database;
  readonly dataDir: string;
  /** Everything the gateway logged, one JSON object a line. */
  readonly logged: readonly string[];
  browser(): Browser;
  /** Stops and starts again with the same data, on the same port. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** Starts the whole gateway for real: its own port, its own data folder, and a small built portal. */
export async function startTestPortal(
  options: {
    readonly modules?: readonly TestModule[];
    readonly environment?: Readonly<Record<string, string>>;
  } & Partial<OpenPortalOptions> = {},
): Promise<TestPortal> {
  const {modules = [], environment = {}, ...rest} = options;
  const folder = await mkdtemp(join(tmpdir(), 'portal-gateway-'));
  const dataDir = join(folder, 'data');
  const buildFolder = join(folder, 'dist');
  await writeBuild(buildFolder, modules);
  if (!('DATABASE_URL' in environment)) await cp(await openTemplate(), dataDir, {recursive: true});
  const port = await freePort();
  const logged: string[] = [];
  const log = createLog({level: 'debug', destination: {write: (line) => void logged.push(line)}});
  const config = readConfig({PORT: String(port), DATA_DIR: dataDir, ...environment});
  if (!config.ok) throw new AggregateError(config.error);
  const open = (): Promise<OpenPortal> => openPortal(config.value, {log, buildFolder, ...rest});
  let portal = await open();
  return {
    url: config.value.publicUrl,
    port: config.value.port,
    get database() {
      return portal.database;
    },
    dataDir,
    logged,
    browser: () => new Browser(config.value.publicUrl),
    async restart() {
      await portal.close();
      portal = await open();
    },
    async close() {
      await portal.close();
      await rm(folder, {recursive: true});
    },
  };
}

/** A data folder that was started once. Making one takes longer than most tests; each test process makes one and copies it. */
const openTemplate = once(makeTemplate);

function once<T>(make: () => T): () => T {
  const made: T[] = [];
  return () => (made[0] ??= make());
}

async function makeTemplate(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'portal-gateway-template-'));
  process.once('exit', () => rmSync(folder, {recursive: true, force: true}));
  const dataDir = join(folder, 'data');
  const buildFolder = join(folder, 'dist');
  await writeBuild(buildFolder, []);
  const config = readConfig({PORT: String(await freePort()), DATA_DIR: dataDir});
  if (!config.ok) throw new AggregateError(config.error);
  const portal = await openPortal(config.value, {log: createLog({level: 'silent'}), buildFolder});
  await portal.close();
  await rm(join(dataDir, 'lock'), {force: true});
  return dataDir;
}

/** A port nobody listens on at the moment. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}
