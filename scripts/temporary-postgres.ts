import {execFileSync, spawn} from 'node:child_process';
import {once} from 'node:events';
import {chownSync, mkdtempSync} from 'node:fs';
import {rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import pg from 'pg';
import {findPostgres} from './browsers.ts';
import {freePort} from './free-port.ts';

export interface TemporaryPostgres {
  readonly url: string;
  /** Ends the server and deletes its data. */
  stop(): Promise<void>;
}

/**
 * Starts an empty PostgreSQL on a free port of 127.0.0.1 with its data in a temporary folder, fast and unsafe:
 * nothing is synced to disk. Undefined when PostgreSQL is not installed.
 */
export async function startTemporaryPostgres(): Promise<TemporaryPostgres | undefined> {
  const programs = findPostgres();
  if (programs === undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'portal-postgres-'));
  // PostgreSQL refuses to run as root: Debian's package brings a user for it.
  const user = process.getuid?.() === 0 ? {uid: idOf('-u'), gid: idOf('-g')} : {};
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const options = {cwd: folder, stdio: 'ignore', ...user} as const;
  execFileSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
    options,
  );
  const port = await freePort();
  const settings = ['listen_addresses=127.0.0.1', 'fsync=off', 'full_page_writes=off', 'max_connections=200'];
  const arguments_ = ['-D', data, '-p', String(port), '-k', folder, ...settings.flatMap((setting) => ['-c', setting])];
  const server = spawn(join(programs, 'postgres'), arguments_, options);
  const kill = (): void => void server.kill('SIGQUIT');
  process.once('exit', kill);
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  await answering(url);

  async function stop(): Promise<void> {
    process.off('exit', kill);
    server.kill('SIGINT');
    if (server.exitCode === null) await once(server, 'exit');
    await rm(folder, {recursive: true, force: true});
  }

  return {url, stop};
}

async function answering(url: string): Promise<void> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const client = new pg.Client({connectionString: url});
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (Date.now() > deadline) throw new Error('PostgreSQL did not answer within 20 s.', {cause: error});
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

function idOf(which: '-u' | '-g'): number {
  return Number(execFileSync('id', [which, 'postgres'], {encoding: 'utf8'}));
}
