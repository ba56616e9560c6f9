import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {NOTIFICATIONS_PER_MINUTE, type NotificationList, type PortalNotification} from '@openchoreo/portal-contract';
import {auditRecords, notifications} from './database/index.ts';
import {MinuteLimit} from './portal-api/minute-limit.ts';
import type {Browser} from './testing/browser.ts';
import {openEvents} from './testing/event-reader.ts';
import {DATABASES, type TestDatabase} from './testing/test-databases.ts';
import {startTestPortal, type TestPortal} from './testing/test-portal.ts';
import {manifest} from './testing/write-build.ts';

const NOTIFICATIONS = '/api/portal/notifications';
const MODULES = [
  {
    id: 'builds',
    manifest: manifest('builds', {
      contributes: {
        'portal.commands': [
          {id: 'start', title: '%start%', shortcut: 'G B', handler: {entry: 'run.js', export: 'start'}},
          {id: 'stop', title: 'Stop', perspective: 'development', shortcut: 'G S', path: '/builds'},
          {id: 'plain', title: 'Plain', path: '/builds'},
        ],
      },
      messages: {en: 'messages.en.json'},
    }),
    messages: {en: {start: 'Start a build'}},
  },
  {id: 'other', manifest: manifest('other')},
];

for (const {name, skip, make} of DATABASES) {
  describe(`the notification centre on ${name}`, {skip}, () => {
    let place: TestDatabase;
    let portal: TestPortal;
    let developer: Browser;
    before(async () => {
      place = await make();
      const environment = place.databaseUrl === undefined ? {} : {DATABASE_URL: place.databaseUrl};
      portal = await startTestPortal({heartbeat: 100, modules: MODULES, environment});
      developer = portal.browser();
      await developer.signIn('developer');
    });
    after(async () => {
      await portal.close();
      await place.remove();
    });

    const send = (browser: Browser, method: string, path: string, body?: unknown, module = ''): Promise<Response> =>
      browser.request(NOTIFICATIONS + path, {
        method,
        ...(body !== undefined && {body: JSON.stringify(body)}),
        headers: {'content-type': 'application/json', origin: portal.url, ...(module && {'x-portal-module': module})},
      });
    const read = async (browser: Browser): Promise<NotificationList> =>
      (await browser.request(NOTIFICATIONS)).json() as Promise<NotificationList>;
    const titles = async (browser: Browser): Promise<readonly string[]> =>
      (await read(browser)).items.map(({title, read: seen}) => `${title}${seen ? '' : ' (new)'}`);

    it('keeps what modules add for the person, attributed, and tells all their tabs', async () => {
      const elsewhere = portal.browser();
      await elsewhere.signIn('developer');
      const [events, others] = await Promise.all([openEvents(developer), openEvents(elsewhere)]);
      assert.deepEqual(await events.next('notifications'), {unread: 0});
      assert.deepEqual(await others.next('notifications'), {unread: 0});
      const added = await send(
        developer,
        'POST',
        '',
        {kind: 'success', title: 'Built', text: 'cart is built', path: '/builds'},
        'builds@1.0.0',
      );
      assert.equal(added.status, 201);
      const {id, at, ...rest} = (await added.json()) as PortalNotification;
      assert.deepEqual(rest, {
        module: 'builds',
        kind: 'success',
        title: 'Built',
        text: 'cart is built',
        path: '/builds',
        read: false,
      });
      assert.ok(id > 0 && Date.parse(at) > Date.now() - 60_000);
      assert.deepEqual(await events.next('notifications'), {unread: 1});
      assert.deepEqual(await others.next('notifications'), {unread: 1});
      const admin = portal.browser();
      await admin.signIn('admin');
      assert.deepEqual(await read(admin), {items: [], unread: 0});
      const foreign = await send(admin, 'PUT', `/${id}`, {read: true});
      assert.deepEqual([foreign.status, (await foreign.json()).code], [404, 'NOT_FOUND']);
      await send(admin, 'DELETE', `/${id}`);
      assert.deepEqual(await titles(developer), ['Built (new)']);

      await send(developer, 'PUT', `/${id}`, {read: true});
      assert.deepEqual(await others.next('notifications'), {unread: 0});
      events.close();
      others.close();
    });

    it('puts a later one of the same module and key in the place of the earlier, as unread', async () => {
      await send(developer, 'DELETE', '');
      const draft = (title: string): unknown => ({kind: 'info', title, key: 'k'});
      await send(developer, 'POST', '', draft('First'), 'builds@1.0.0');
      await send(developer, 'PUT', '', {read: true});
      assert.deepEqual(await titles(developer), ['First']);
      await send(developer, 'POST', '', draft('Second'), 'builds@1.0.0');
      await send(developer, 'POST', '', draft('Another module'), 'other@1.0.0');
      assert.deepEqual(await titles(developer), ['Another module (new)', 'Second (new)']);
      await send(developer, 'DELETE', '');
      assert.deepEqual(await titles(developer), []);
    });

    it('refuses what does not fit', async () => {
      const wrong: unknown[] = [
        {},
        {kind: 'loud', title: 'x'},
        {kind: 'info', title: ''},
        {kind: 'info', title: 'x'.repeat(201)},
        {kind: 'info', title: 'x', path: 'https://evil.example'},
        {kind: 'info', title: 'x', path: '//evil.example'},
        {kind: 'info', title: 'x', path: '/\\evil.example'},
        {kind: 'info', title: 'x', path: '/a', command: 'a.b'},
        {kind: 'info', title: 'x', html: '<b>'},
        [],
      ];
      for (const body of wrong) {
        const response = await send(developer, 'POST', '', body, 'builds@1.0.0');
        assert.deepEqual(
          [response.status, (await response.json()).code],
          [400, 'INVALID_REQUEST'],
          JSON.stringify(body),
        );
      }
      assert.equal((await send(developer, 'PUT', '/one', {read: true})).status, 400);
      assert.equal((await send(portal.browser(), 'POST', '', {kind: 'info', title: 'x'})).status, 401);
      const nobody = await send(developer, 'POST', '', {kind: 'info', title: 'x'}, 'nobody@1.0.0');
      assert.equal(nobody.status, 400);
    });

    it('lets one module not bury the others: of 60, twenty are kept, and another module still gets through', async () => {
      const sre = portal.browser();
      await sre.signIn('sre');
      const flood = await Promise.all(
        Array.from({length: 60}, (_, n) => send(sre, 'POST', '', {kind: 'info', title: `${n}`}, 'builds@1.0.0')),
      );
      const refused = flood.filter(({status}) => status === 429);
      assert.equal(refused.length, 60 - NOTIFICATIONS_PER_MINUTE);
      assert.deepEqual((await refused[0]?.json()).code, 'NOTIFICATIONS_LIMITED');
      assert.equal((await send(sre, 'POST', '', {kind: 'info', title: 'Calm'}, 'other@1.0.0')).status, 201);
      assert.equal((await read(sre)).unread, NOTIFICATIONS_PER_MINUTE + 1);
    });

    it('keeps the newest 200', async () => {
      const viewer = portal.browser();
      await viewer.signIn('viewer');
      await portal.database.insert(notifications).values(
        Array.from({length: 230}, (_, n) => ({
          userId: 'viewer',
          module: 'builds',
          kind: 'info',
          title: `${n}`,
          at: new Date(1_000_000 + n),
        })),
      );
      await send(viewer, 'POST', '', {kind: 'info', title: 'newest'}, 'other@1.0.0');
      const {items} = await read(viewer);
      assert.deepEqual([items.length, items[0]?.title, items.at(-1)?.title], [200, 'newest', '31']);
      assert.equal(
        (await portal.database.select().from(notifications)).filter((r) => r.userId === 'viewer').length,
        200,
      );
    });

    it('hears of what another process of the portal added', async () => {
      const engineer = portal.browser();
      await engineer.signIn('platform-engineer');
      const events = await openEvents(engineer);
      assert.deepEqual(await events.next('notifications'), {unread: 0});
      const row = {userId: 'platform-engineer', module: 'builds', kind: 'info', title: 'Elsewhere', at: new Date()};
      await portal.database.insert(notifications).values(row);
      assert.deepEqual(await events.next('notifications'), {unread: 1});
      events.close();
    });
  });
}

describe('commands at the gateway', () => {
  let portal: TestPortal;
  let developer: Browser;
  before(async () => {
    portal = await startTestPortal({modules: MODULES});
    developer = portal.browser();
    await developer.signIn('developer');
  });
  after(() => portal.close());

  const create = (name: string, headers: Record<string, string>): Promise<Response> =>
    developer.request('/api/openchoreo/api/v1/namespaces/acme/components', {
      method: 'POST',
      body: JSON.stringify({
        metadata: {name},
        spec: {
          owner: {projectName: 'storefront'},
          componentType: {kind: 'ClusterComponentType', name: 'deployment/service'},
        },
      }),
      headers: {'content-type': 'application/json', origin: portal.url, ...headers},
    });

  it('are in the audit record of what they changed', async () => {
    const headers = {'x-portal-module': 'builds@1.0.0', 'x-portal-command': 'builds.start'};
    assert.equal((await create('by-command', headers)).status, 201);
    const [record] = (await portal.database.select().from(auditRecords)).filter(({action}) => action === 'api.post');
    assert.deepEqual([record?.module, record?.command, record?.userId], ['builds@1.0.0', 'builds.start', 'developer']);
  });

  it('that a module does not declare, or that come without their module, are refused', async () => {
    for (const headers of [
      {'x-portal-module': 'builds@1.0.0', 'x-portal-command': 'builds.erase'},
      {'x-portal-module': 'other@1.0.0', 'x-portal-command': 'builds.start'},
      {'x-portal-command': 'builds.start'},
      {'x-portal-module': 'portal@1.0.0', 'x-portal-command': 'portal.anything'},
    ]) {
      const response = await create('never-made', headers);
      assert.deepEqual([response.status, (await response.json()).code], [400, 'INVALID_REQUEST']);
    }
  });

  it('have their shortcuts in the index, where a key finds them before the manifest is fetched', async () => {
    const {modules} = await (await developer.request('/api/portal/composition')).json();
    assert.deepEqual(modules[0].shortcuts, [
      {command: 'start', keys: 'G B'},
      {command: 'stop', keys: 'G S', perspective: 'development'},
    ]);
    assert.equal('shortcuts' in modules[1], false);
  });

  it('have icons, drawn by name; unknown names are left out', async () => {
    const icons = (await (
      await developer.request('/api/portal/icons?names=plus,box,no-such-icon,../secret')
    ).json()) as Record<string, string[][]>;
    assert.deepEqual(Object.keys(icons), ['plus', 'box']);
    assert.equal(icons['plus']?.[0]?.[0], 'path');
    const many = Array.from({length: 101}, (_, n) => `a${n}`).join();
    assert.equal((await developer.request(`/api/portal/icons?names=${many}`)).status, 400);
    assert.equal((await portal.browser().request('/api/portal/icons?names=plus')).status, 401);
  });

  it('have a nearest where an icon is asked for by a name that there is not', async () => {
    const ask = async (name: string): Promise<unknown> =>
      (await developer.request(`/api/portal/icons/nearest?name=${name}`)).json();
    assert.deepEqual(await ask('TrendUp'), {nearest: 'TrendingUp'});
    assert.deepEqual(await ask('Zzzzzzzzzzzzzzzzzzzz'), {});
    for (const name of ['', 'trend-up', '..%2Fsecret', `A${'a'.repeat(64)}`]) {
      const answer = await developer.request(`/api/portal/icons/nearest?name=${name}`);
      assert.equal(answer.status, 400, name);
      assert.equal(((await answer.json()) as {code: string}).code, 'INVALID_REQUEST');
    }
    assert.equal((await portal.browser().request('/api/portal/icons/nearest?name=TrendUp')).status, 401);
  });

  it('that were chosen last are kept among the preferences', async () => {
    const first = await (await developer.request('/api/portal/preferences')).json();
    const put = (body: unknown): Promise<Response> =>
      developer.request('/api/portal/preferences', {
        method: 'PUT',
        body: JSON.stringify(body),
        headers: {'content-type': 'application/json', origin: portal.url},
      });
    const recents = [
      {title: 'Start', command: 'builds.start'},
      {title: 'Builds', path: '/builds', icon: 'box'},
    ];
    const changed = {...first, recents, singleKeys: 'off'};
    assert.equal((await put(changed)).status, 200);
    assert.deepEqual(await (await developer.request('/api/portal/preferences')).json(), changed);
    for (const wrong of [{recents: Array(9).fill(recents[0])}, {recents: [{path: '/x'}]}, {singleKeys: 'maybe'}]) {
      assert.equal((await put({...first, ...wrong})).status, 400);
    }
  });
});

describe('MinuteLimit', () => {
  it('counts each key by itself and begins anew a minute after the first use', () => {
    let now = 0;
    const limit = new MinuteLimit(2, () => now);
    assert.deepEqual([limit.take('a'), limit.take('a'), limit.take('a'), limit.take('b')], [true, true, false, true]);
    now = 60_000;
    assert.equal(limit.take('a'), true);
  });
});
