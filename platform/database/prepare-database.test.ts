import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {after, before, describe, it} from 'node:test';
import {setTimeout} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';
import {createPlatform} from '../index.ts';
import {conditionOf} from '../testing/answer.ts';
import {describeOnDatabases, openPglite} from '../testing/databases.ts';
import {sampleComponent} from '../testing/samples.ts';
import {startPlatform} from '../testing/start-platform.ts';

const WRITER = fileURLToPath(new URL('../testing/writer.ts', import.meta.url));

describe('a database folder', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'platform-'));
  });
  after(() => rm(folder, {recursive: true}));

  it('keeps everything over a restart, and takes first data only once', async () => {
    const data = join(folder, 'restart');
    const first = await startPlatform(() => openPglite(data));
    await first.as('admins')('POST', '/api/v1/namespaces/acme/components', sampleComponent('kept'));
    await first.as('admins')('DELETE', '/api/v1/namespaces/acme/components/cart');
    await first.platform.settle();
    const before = (await first.as('admins')('GET', '/api/v1/namespaces/acme/components?limit=100')).body;
    await first.stop();
    const second = await startPlatform(() => openPglite(data), {seed: 'large'});
    assert.deepEqual((await second.as('admins')('GET', '/api/v1/namespaces/acme/components?limit=100')).body, before);
    await second.stop();
  });

  it('has every write that was answered, after kill -9 in the midst of writing, twice over', async () => {
    const data = join(folder, 'killed');
    const answered: string[] = [];
    for (const prefix of ['a', 'b']) {
      const lines = await runAndKill([data, 'demo', prefix], (seen) => seen.length >= 40);
      const created = lines.filter((line) => line.startsWith('201 ')).map((line) => line.slice(4));
      assert.ok(created.length >= 35, lines.join('\n'));
      answered.push(...created);
    }
    const reopened = await startPlatform(() => openPglite(data));
    const missing = [];
    for (const name of answered) {
      const {status} = await reopened.as('admins')('GET', `/api/v1/namespaces/acme/projects/${name}`);
      if (status !== 200) missing.push(name);
    }
    assert.deepEqual(missing, []);
    await reopened.stop();
  });

  it('has all first data or none, when killed while it goes in', async () => {
    const data = join(folder, 'seeding');
    await runAndKill([data, 'large'], (seen) => seen.includes('open'), 150);
    const reopened = await startPlatform(() => openPglite(data), {seed: 'large'});
    const {body} = await reopened.as('admins')('GET', '/api/v1/namespaces/acme/projects?limit=100');
    assert.equal(body.items.filter(({metadata}) => /^project-\d\d$/.test(metadata.name)).length, 50);
    await reopened.stop();
  });
});

describeOnDatabases('starting', (open) => {
  it('works for several at once on one empty database: one puts in the first data, all see it', async () => {
    const {database, close} = await open();
    const options = {
      database,
      seed: 'demo',
      verifyToken: (sub: string) => Promise.resolve({sub, groups: [sub]}),
      issuer: 'http://issuer.test',
      url: 'http://platform.test',
    } as const;
    const platforms = await Promise.all([createPlatform(options), createPlatform(options), createPlatform(options)]);
    const uids = [];
    for (const platform of platforms) {
      const request = new Request('http://platform.test/api/v1/namespaces/acme', {
        headers: {authorization: 'Bearer admins'},
      });
      const body = (await (await platform.fetch(request)).json()) as {metadata: {uid: string}};
      uids.push(body.metadata.uid);
    }
    assert.equal(new Set(uids).size, 1);
    await Promise.all(platforms.map((platform) => platform.close()));
    await close();
  });

  it('fails as a whole when first data cannot go in, and succeeds later', async () => {
    const {database, close} = await open();
    const options = {
      database,
      seed: 'demo',
      verifyToken: (sub: string) => Promise.resolve({sub, groups: [sub]}),
      issuer: 'http://issuer.test',
      url: 'http://platform.test',
    } as const;
    let asked = 0;
    const now = () => {
      asked++;
      // The second time is asked after all objects are in.
      if (asked === 2) throw new Error('the clock stopped');
      return new Date();
    };
    await assert.rejects(createPlatform({...options, now}), /the clock stopped/);
    const platform = await createPlatform(options);
    const request = new Request('http://platform.test/api/v1/namespaces', {headers: {authorization: 'Bearer admins'}});
    assert.equal((await platform.fetch(request)).status, 200);
    await platform.close();
    await close();
  });

  it('with the seed empty has roles, types, one namespace and nothing else', async () => {
    const running = await startPlatform(open, {seed: 'empty'});
    const counts = [];
    for (const path of [
      'namespaces',
      'clustercomponenttypes',
      'clusterauthzroles',
      'clusterdataplanes',
      'namespaces/default/projects',
    ]) {
      counts.push((await running.as('admins')('GET', `/api/v1/${path}?limit=100`)).body.items.length);
    }
    assert.deepEqual(counts, [1, 5, 6, 0, 0]);
    await running.stop();
  });

  it('with the seed demo has the organisation people are shown', async () => {
    const running = await startPlatform(open);
    const admin = running.as('admins');
    const counts = [];
    for (const plural of ['projects', 'components', 'workloads', 'environments', 'deploymentpipelines', 'dataplanes']) {
      counts.push((await admin('GET', `/api/v1/namespaces/acme/${plural}?limit=100`)).body.items.length);
    }
    assert.deepEqual(counts, [3, 12, 11, 3, 1, 2]);
    const components = (await admin('GET', '/api/v1/namespaces/acme/components?limit=100')).body.items;
    const unready = components.map((item) => [item.metadata.name, conditionOf(item)?.reason]);
    assert.deepEqual(
      unready.filter(([, reason]) => reason !== 'Reconciled' && reason !== 'ComponentReleaseReady'),
      [['notebook-hub', 'WorkloadNotFound']],
    );
    for (const item of components) {
      assert.equal((await admin('PUT', `/api/v1/namespaces/acme/components/${item.metadata.name}`, item)).status, 200);
    }
    await running.stop();
  });
});

/** Kills the writer once its output satisfies `enough`, and gives the lines it wrote. */
async function runAndKill(
  parameters: readonly string[],
  enough: (lines: readonly string[]) => boolean,
  delayMilliseconds = 0,
): Promise<readonly string[]> {
  const child = spawn(process.execPath, [WRITER, ...parameters], {stdio: ['ignore', 'pipe', 'inherit']});
  const lines: string[] = [];
  for await (const line of createInterface(child.stdout)) {
    lines.push(line);
    if (!enough(lines)) continue;
    await setTimeout(delayMilliseconds);
    child.kill('SIGKILL');
    break;
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  assert.equal(child.signalCode, 'SIGKILL');
  return lines;
}
