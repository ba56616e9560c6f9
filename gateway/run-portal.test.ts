import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {createServer} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {openEvents} from './testing/event-reader.ts';
import {Browser} from './testing/browser.ts';
import {freePort} from './testing/test-portal.ts';
import {manifest, writeBuild} from './testing/write-build.ts';

interface Run {
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Resolves with the URL once it is printed, or with undefined when the process ends before. */
  readonly ready: Promise<string | undefined>;
  readonly ended: Promise<number | null>;
  stop(signal: NodeJS.Signals): Promise<number | null>;
}

describe('the process', () => {
  let folder: string;
  let buildFolder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'portal-process-'));
    buildFolder = join(folder, 'dist');
    await writeBuild(buildFolder, [{id: 'dashboard', manifest: manifest('dashboard')}]);
  });
  after(() => rm(folder, {recursive: true}));

  const run = (environment: Readonly<Record<string, string>>, build = buildFolder): Run => {
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', fileURLToPath(import.meta.resolve('./testing/run-child.ts')), build],
      {env: {PATH: process.env['PATH'], SEED: 'empty', ...environment}, stdio: ['ignore', 'pipe', 'pipe']},
    );
    let stdout = '';
    let stderr = '';
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    const printed = new Promise<string | undefined>((resolve) => {
      child.stdout.on('data', (chunk) => {
        stdout += String(chunk);
        const url = /^OpenChoreo Portal: (\S+)\n/.exec(stdout)?.[1];
        if (url !== undefined) resolve(url);
      });
    });
    child.stderr.on('data', (chunk) => (stderr += String(chunk)));
    return {
      stdout: () => stdout,
      stderr: () => stderr,
      ready: Promise.race([printed, ended.then(() => undefined)]),
      ended,
      stop: (signal) => {
        child.kill(signal);
        return ended;
      },
    };
  };

  it('names every bad variable on a line of its own and ends', async () => {
    const bad = run({PORT: 'x', SEED: 'y', DATA_DIR: join(folder, 'bad')});
    assert.equal(await bad.ended, 1);
    assert.deepEqual(bad.stderr().trim().split('\n'), [
      "CONFIG_INVALID: PORT is 'x'; expected a number.",
      "CONFIG_INVALID: SEED is 'y'; expected one of demo, empty, large.",
    ]);
  });

  it('says what is missing when nothing was built, or what was built is cut off', async () => {
    const environment = {DATA_DIR: join(folder, 'unbuilt')};
    const missing = run(environment, join(folder, 'none'));
    assert.equal(await missing.ended, 1);
    assert.match(
      missing.stderr(),
      /^BUILD_MISSING: The built portal is missing: .*none.portal\.json cannot be read\. Run npm start, which builds what is missing\. \(docs\/errors\/BUILD_MISSING\.md\)\n$/,
    );
    const cut = join(folder, 'cut');
    await writeBuild(cut, []);
    await writeFile(join(cut, 'portal.json'), '{"version": "0.1');
    const truncated = run(environment, cut);
    assert.equal(await truncated.ended, 1);
    assert.match(truncated.stderr(), /^BUILD_MISSING: .*portal\.json/);
  });

  it('says when a database does not answer', async () => {
    const port = await freePort();
    const url = `postgresql://portal:hunter22@127.0.0.1:${port}/portal`;
    const lost = run({DATA_DIR: join(folder, 'no-database'), DATABASE_URL: url});
    assert.equal(await lost.ended, 1);
    assert.equal(
      lost.stderr(),
      `DATABASE_UNAVAILABLE: The portal cannot open its database 127.0.0.1:${port}/portal: ECONNREFUSED. ` +
        'Check DATABASE_URL and the server; restore a damaged data folder from a backup. (docs/errors/DATABASE_UNAVAILABLE.md)\n',
    );
  });

  it('says which folder is damaged', async () => {
    const DATA_DIR = join(folder, 'damaged');
    await mkdir(join(DATA_DIR, 'database'), {recursive: true});
    await writeFile(join(DATA_DIR, 'database', 'PG_VERSION'), 'nonsense');
    const damaged = run({PORT: String(await freePort()), DATA_DIR});
    assert.equal(await damaged.ended, 1);
    const [line = '', ...rest] = damaged.stderr().trim().split('\n');
    assert.ok(
      line.startsWith(`DATABASE_UNAVAILABLE: The portal cannot open its database ${join(DATA_DIR, 'database')}: `),
      line,
    );
    assert.deepEqual(rest, []);
  });

  it('warns of variables that it does not know yet, and ends with the terminal', async () => {
    const environment = {
      MODULE_REGISTRY_URL: 'http://registry.example',
      EMBED_ORIGINS: '',
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://otel.example',
    };
    const portal = run({PORT: String(await freePort()), DATA_DIR: join(folder, 'terminal'), ...environment});
    assert.ok(await portal.ready, portal.stderr());
    const warned = portal
      .stderr()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as {level: string; msg: string})
      .filter(({level}) => level === 'warn');
    assert.deepEqual(
      warned.map(({msg}) => msg),
      ['MODULE_REGISTRY_URL', 'OTEL_EXPORTER_OTLP_ENDPOINT'].map(
        (name) => `${name} is not supported by this version and is ignored`,
      ),
    );
    assert.equal(await portal.stop('SIGHUP'), 0);
  });

  it('prints where it is, lets no second process on its data, keeps the data over kill -9, and stops on SIGTERM', async () => {
    const [port, otherPort] = [await freePort(), await freePort()];
    const DATA_DIR = join(folder, 'data');
    const first = run({PORT: String(port), DATA_DIR});
    assert.equal(await first.ready, `http://localhost:${port}`, first.stderr());

    const second = run({PORT: String(otherPort), DATA_DIR});
    assert.equal(await second.ended, 1);
    assert.equal(
      second.stderr(),
      `DATA_DIR_LOCKED: Another portal already uses the data folder ${DATA_DIR}. ` +
        'Stop the other portal, or set DATA_DIR to a folder of its own. (docs/errors/DATA_DIR_LOCKED.md)\n',
    );

    const third = run({PORT: String(port), DATA_DIR: join(folder, 'third')});
    assert.equal(await third.ended, 1);
    assert.equal(
      third.stderr(),
      `PORT_IN_USE: Port ${port} is already in use. Set PORT (and PUBLIC_URL) to a free one. (docs/errors/PORT_IN_USE.md)\n`,
    );

    const browser = new Browser(`http://localhost:${port}`);
    assert.equal((await browser.signIn('admin')).status, 200);
    await first.stop('SIGKILL');

    const again = run({PORT: String(port), DATA_DIR});
    assert.ok(await again.ready, again.stderr());
    assert.equal((await browser.request('/api/portal/session')).status, 200, 'still signed in');
    const events = await openEvents(browser);
    await events.next('composition');
    assert.equal(await again.stop('SIGTERM'), 0);
    assert.equal(again.stdout(), `OpenChoreo Portal: http://localhost:${port}\n`);
    for (const line of again.stderr().trim().split('\n')) assert.doesNotThrow(() => JSON.parse(line), line);
  });

  it('says when the host is none of this machine, and when another program has the port', async () => {
    const elsewhere = run({HOST: '192.0.2.1', DEMO_PASSWORD: 'long enough', DATA_DIR: join(folder, 'elsewhere')});
    assert.equal(await elsewhere.ended, 1);
    assert.match(
      elsewhere.stderr(),
      /^CONFIG_INVALID: HOST is '192\.0\.2\.1'; expected an address of this machine\.\n$/m,
    );

    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const {port} = server.address() as {port: number};
    const occupied = run({PORT: String(port), DATA_DIR: join(folder, 'elsewhere')});
    assert.equal(await occupied.ended, 1);
    assert.match(occupied.stderr(), /^PORT_IN_USE: Port \d+ is already in use\. Set PORT .*$/m);
    server.close();
  });
});
