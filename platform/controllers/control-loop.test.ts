import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {sql} from 'drizzle-orm';
import {createPlatform, type Change} from '../index.ts';
import {textAt} from '../engine/json.ts';
import {conditionOf} from '../testing/answer.ts';
import {describeOnDatabases, openPglite} from '../testing/databases.ts';
import {sampleComponent, sampleWorkload} from '../testing/samples.ts';
import {startPlatform, type Send} from '../testing/start-platform.ts';

const ACME = '/api/v1/namespaces/acme';
const DEPLOYER = fileURLToPath(new URL('../testing/deployer.ts', import.meta.url));

describeOnDatabases('controllers', (open) => {
  it('carry out forty deployments that are asked for at once, each of them once', async () => {
    const running = await startPlatform(open);
    const admin = running.as('admins');
    const names = Array.from({length: 40}, (_, index) => `many-${index}`);
    const created: Change[] = [];
    running.platform.onChange((change) => void (change.action === 'created' && created.push(change)));
    await Promise.all([...names.map((name) => deploy(admin, name)), running.platform.settle()]);
    await running.platform.settle();
    const states = new Set<unknown>();
    for (const name of names) {
      const {body} = await admin('GET', `${ACME}/releasebindings?component=${name}`);
      assert.equal(body.items.length, 1);
      const [binding] = body.items;
      if (binding) states.add(conditionOf(binding)?.reason);
      assert.equal((await admin('GET', `${ACME}/componentreleases?component=${name}`)).body.items.length, 1);
    }
    assert.deepEqual([...states], ['Ready']);
    const kinds = [...new Set(created.map(({kind}) => kind))].sort();
    assert.deepEqual(
      kinds.map((kind) => [kind, created.filter((change) => change.kind === kind).length]),
      [
        ['Component', 40],
        ['ComponentRelease', 40],
        ['ReleaseBinding', 40],
        ['Workload', 40],
      ],
    );
    assert.deepEqual(running.failures, []);
    await running.stop();
  });

  it('of several processes on one database act one at a time, and see each other’s work through', async () => {
    const {database, close} = await open();
    const options = {
      database,
      seed: 'demo',
      verifyToken: (sub: string) => Promise.resolve({sub, groups: [sub]}),
      issuer: 'http://issuer.test',
      url: 'http://platform.test',
      controllers: {pace: 0, byThemselves: true},
    } as const;
    const platforms = [await createPlatform(options), await createPlatform(options), await createPlatform(options)];
    const created: Change[] = [];
    for (const platform of platforms) {
      platform.onChange(
        (change) => void (change.kind === 'ReleaseBinding' && change.action === 'created' && created.push(change)),
      );
    }
    const names = Array.from({length: 12}, (_, index) => `shared-${index}`);
    await Promise.all(
      names.map((name, index) => deploy(toSend(platforms[index % platforms.length]?.fetch ?? fail), name)),
    );
    await Promise.all(platforms.map((platform) => platform.settle()));
    const send = toSend(platforms[0]?.fetch ?? fail);
    for (const name of names) {
      const {body} = await send('GET', `${ACME}/releasebindings/${name}-development`);
      assert.equal(conditionOf(body)?.reason, 'Ready', name);
    }
    assert.deepEqual(created.map(({name}) => name).sort(), names.map((name) => `${name}-development`).sort());
    await Promise.all(platforms.map((platform) => platform.close()));
    await close();
  });

  it('tell of what they change, so that whoever looks on sees a deployment go on', async () => {
    const running = await startPlatform(open);
    const heard: string[] = [];
    running.platform.onChange(
      ({kind, name, action}) => void (kind === 'ReleaseBinding' && heard.push(`${action} ${name}`)),
    );
    await deploy(running.as('admins'), 'told');
    await running.platform.settle();
    assert.deepEqual([...new Set(heard)], ['created told-development', 'updated told-development']);
    await running.stop();
  });

  it('pass over an object that makes them fail, report it, and try it again later', async () => {
    const {database, close} = await open();
    let now = new Date('2030-01-01T00:00:00Z');
    const running = await startPlatform(() => Promise.resolve({database, close}), {now: () => now});
    const {platform, failures} = running;
    const admin = running.as('admins');
    await admin('POST', `${ACME}/projects`, {metadata: {name: 'unsound'}});
    // A spec that no write would have let in.
    await database.execute(sql`update platform.resources set spec = '{"type": {"kind": 7, "name": {}}}',
      memory = '{"environments": 7}', due_at = '2029-01-01' where kind = 'releasebindings' and name = 'cart-staging'`);
    await database.execute(sql`update platform.resources set memory = '{"deployed": true, "removing": "never"}',
      deletion_requested_at = '2029-01-01', due_at = '2028-01-01' where name = 'cart-production'`);
    await deploy(admin, 'sound');
    await platform.settle();
    const sound = async () =>
      conditionOf((await admin('GET', `${ACME}/releasebindings/sound-development`)).body)?.reason;
    assert.equal(await sound(), 'Ready');
    const reported = failures.length;
    assert.ok(reported >= 1);
    await platform.settle();
    assert.equal(failures.length, reported);
    now = new Date(now.getTime() + 60_000);
    await platform.settle();
    assert.ok(failures.length > reported);
    await running.stop();
  });
});

describe('a process that is killed in the middle of deployments', () => {
  it('loses nothing: the next one finishes them', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'platform-'));
    const child = spawn(process.execPath, [DEPLOYER, folder], {stdio: ['ignore', 'pipe', 'inherit']});
    const seen: string[] = [];
    for await (const line of createInterface(child.stdout)) {
      seen.push(line);
      // Some are done, others have hardly begun.
      if (seen.filter((each) => each.startsWith('updated')).length < 25) continue;
      child.kill('SIGKILL');
      break;
    }
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    const names = seen.filter((line) => line.startsWith('201 ')).map((line) => line.slice(4));
    assert.ok(names.length >= 10, seen.join('\n'));
    const reopened = await startPlatform(() => openPglite(folder));
    await reopened.platform.settle();
    for (const name of names) {
      const {body} = await reopened.as('admins')('GET', `${ACME}/releasebindings/${name}-development`);
      assert.equal(conditionOf(body)?.reason, 'Ready', name);
      assert.equal(textAt(body.spec, 'owner', 'componentName'), name);
    }
    await reopened.stop();
    await rm(folder, {recursive: true});
  });
});

async function deploy(send: Send, name: string): Promise<void> {
  await send('POST', `${ACME}/components`, sampleComponent(name, {autoDeploy: true}));
  await send('POST', `${ACME}/workloads`, sampleWorkload(name));
}

function toSend(answer: (request: Request) => Promise<Response>): Send {
  return async (method, path, body) => {
    const request = new Request(`http://platform.test${path}`, {
      method,
      headers: {authorization: 'Bearer admins'},
      ...(body !== undefined && {body: JSON.stringify(body)}),
    });
    const response = await answer(request);
    return {status: response.status, headers: response.headers, body: (await response.json()) as never};
  };
}

function fail(): never {
  throw new Error('there is no such process');
}
