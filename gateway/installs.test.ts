import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {RegistryEntry} from '@openchoreo/portal-contract';
import {eq} from 'drizzle-orm';
import {auditRecords, moduleInstalls} from './database/index.ts';
import type {Browser} from './testing/browser.ts';
import {startTestPortal, type TestPortal} from './testing/test-portal.ts';
import {manifest} from './testing/write-build.ts';

const main = {entry: './index.js', export: 'default'};

describe('the hooks that run once for the portal', () => {
  let portal: TestPortal;
  let admin: Browser;
  let developer: Browser;

  before(async () => {
    portal = await startTestPortal({
      modules: [
        {id: 'hooked', manifest: manifest('hooked', {main})},
        {id: 'plain', manifest: manifest('plain')},
      ],
    });
    [admin, developer] = [portal.browser(), portal.browser()];
    await admin.signIn('admin');
    await developer.signIn('developer');
  });
  after(() => portal.close());

  const send = (browser: Browser, method: string, body?: unknown, id = 'hooked'): Promise<Response> =>
    browser.request(`/api/portal/installs/${id}`, {
      method,
      ...(body !== undefined && {body: JSON.stringify(body)}),
      headers: {'content-type': 'application/json', origin: portal.url},
    });
  const pending = async (): Promise<unknown> => (await admin.request('/api/portal/installs')).json();
  const stepsOf = async (id: string): Promise<readonly string[] | undefined> => {
    const entries = (await (await admin.request('/api/portal/modules')).json()) as readonly RegistryEntry[];
    return entries.find((entry) => entry.id === id)?.transitions?.map(({status}) => status);
  };
  const setRow = (values: Partial<typeof moduleInstalls.$inferInsert>): Promise<unknown> =>
    portal.database.update(moduleInstalls).set(values).where(eq(moduleInstalls.moduleId, 'hooked'));

  it('are due for modules with code, and only operators hear of them', async () => {
    assert.deepEqual(await pending(), [{id: 'hooked', hook: 'onInstall'}]);
    assert.deepEqual(
      [await stepsOf('plain'), await stepsOf('hooked')],
      [
        ['discovered', 'loaded', 'validated', 'installed'],
        ['discovered', 'loaded', 'validated'],
      ],
    );
    const denied = [
      await developer.request('/api/portal/installs'),
      await send(developer, 'POST'),
      await send(developer, 'PUT', {claim: crypto.randomUUID()}),
    ];
    assert.deepEqual(denied.map(({status}) => status), [403, 403, 403]); // prettier-ignore
  });

  it('are given to one tab of many that ask at the same time', async () => {
    const answers = await Promise.all(Array.from({length: 8}, () => send(admin, 'POST')));
    const won = answers.filter(({status}) => status === 200);
    assert.deepEqual([won.length, answers.filter(({status}) => status === 204).length], [1, 7]);
    const {claim, hook} = (await won[0]?.json()) as {claim: string; hook: string};
    assert.equal(hook, 'onInstall');
    assert.equal((await send(admin, 'PUT', {claim: crypto.randomUUID()})).status, 409);
    assert.equal((await send(admin, 'PUT', {claim})).status, 204);
    assert.deepEqual([await pending(), await stepsOf('hooked')], [[], ['discovered', 'loaded', 'validated', 'installed']]); // prettier-ignore
    assert.equal((await send(admin, 'POST')).status, 204);
    assert.equal((await send(admin, 'PUT', {claim})).status, 409);
  });

  it('run onUpdate with the version before, and do not try again by themselves what failed', async () => {
    await setRow({version: '0.9.0'});
    assert.deepEqual(await pending(), [{id: 'hooked', hook: 'onUpdate', from: '0.9.0'}]);
    const {claim} = (await (await send(admin, 'POST')).json()) as {claim: string};
    assert.equal((await send(admin, 'PUT', {claim, error: 'no table'})).status, 204);
    assert.deepEqual([await pending(), (await stepsOf('hooked'))?.at(-1)], [[], 'failed']);
    const again = (await (await send(admin, 'POST')).json()) as {claim: string; from: string};
    assert.equal(again.from, '0.9.0');
    assert.equal((await send(admin, 'PUT', {claim: again.claim})).status, 204);
    const audited = await portal.database.select().from(auditRecords).where(eq(auditRecords.action, 'module.install'));
    assert.deepEqual(audited.map(({userId, target, status}) => `${userId} ${target} ${status}`), [
      'developer hooked 403',
      'admin hooked 200',
      'admin hooked 500',
      'admin hooked 200',
    ]); // prettier-ignore
  });

  it('are due again when a tab that claimed one is not heard of', async () => {
    await setRow({version: null});
    assert.equal((await send(admin, 'POST')).status, 200);
    assert.equal((await send(admin, 'POST')).status, 204);
    await setRow({claimedUntil: new Date(Date.now() - 1)});
    assert.equal((await send(admin, 'POST')).status, 200);
  });

  it('refuse unknown modules and bodies of another form', async () => {
    const answers = [
      await send(admin, 'POST', undefined, 'ghost'),
      await send(admin, 'PUT', {claim: 'mine'}),
      await send(admin, 'PUT', {claim: crypto.randomUUID(), version: '9.9.9'}),
    ];
    assert.deepEqual(answers.map(({status}) => status), [404, 400, 400]); // prettier-ignore
  });

  it('are forgotten with a module that has left the build: it is uninstalled, and new when it comes back', async () => {
    await portal.database
      .insert(moduleInstalls)
      .values({moduleId: 'gone', version: '1.0.0', changedAt: new Date(0), changedBy: 'Ada'});
    await portal.restart();
    const [row] = await portal.database.select().from(moduleInstalls).where(eq(moduleInstalls.moduleId, 'gone'));
    assert.deepEqual([row?.version, row?.changedBy], [null, 'portal']);
  });
});
