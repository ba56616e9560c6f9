import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Composition, RegistryEntry} from '@openchoreo/portal-contract';
import {auditRecords, moduleStates} from './database/index.ts';
import type {Browser} from './testing/browser.ts';
import {openEvents} from './testing/event-reader.ts';
import {startTestPortal, type TestPortal} from './testing/test-portal.ts';
import {manifest} from './testing/write-build.ts';

const FILES = {'page-abcdef12.js': 'export class Page {}'};

describe('modules', () => {
  let portal: TestPortal;
  let admin: Browser;
  let developer: Browser;
  before(async () => {
    portal = await startTestPortal({
      heartbeat: 100,
      modules: [
        {
          id: 'dashboard',
          manifest: manifest('dashboard', {
            name: '%name%',
            messages: {en: 'messages.en.json', de: 'messages.de.json'},
            routes: {base: '/', definitions: []},
            navigation: [{id: 'home', label: '%nav%', icon: 'layout-dashboard', path: '/'}],
          }),
          messages: {en: {name: 'Dashboard', nav: 'Home'}, de: {name: 'Übersicht', nav: 'Start'}},
        },
        {id: 'cards', manifest: manifest('cards', {dependencies: {modules: {dashboard: '^1.0.0'}}}), files: FILES},
        {
          id: 'manager',
          manifest: manifest('manager', {
            permissions: ['portalmodule:view'],
            routes: {base: '/manager', definitions: []},
          }),
          files: FILES,
        },
        {
          id: 'analytics',
          manifest: manifest('analytics', {
            permissions: ['view:analytics'],
            activation: ['onStartup'],
            events: {
              publish: {'analytics:changed': {}},
              subscribe: ['cards:moved', 'analytics:changed', 'portal:module-activated'],
            },
          }),
        },
        {id: 'broken', manifest: '{"id": "broken", "ver'},
        {id: 'wrong', manifest: {id: 'wrong', name: 7, version: 'one', apiVersion: 1}},
        {id: 'noisy', manifest: manifest('noisy', {events: {publish: {'noisy:shout': {type: 'scream'}}}})},
        {id: 'portal', manifest: manifest('portal')},
        {id: 'needy', manifest: manifest('needy', {dependencies: {modules: {broken: '*'}}})},
      ],
    });
    [admin, developer] = [portal.browser(), portal.browser()];
    await admin.signIn('admin');
    await developer.signIn('developer');
  });
  after(() => portal.close());

  const compositionOf = async (browser: Browser, query = ''): Promise<Composition> =>
    (await browser.request(`/api/portal/composition${query}`)).json() as Promise<Composition>;
  const idsOf = async (browser: Browser): Promise<readonly string[]> =>
    (await compositionOf(browser)).modules.map(({id}) => id);
  const decide = (browser: Browser, id: string, body: unknown): Promise<Response> =>
    browser.request(`/api/portal/modules/${id}`, {
      method: 'PUT',
      body: JSON.stringify(body),
      headers: {'content-type': 'application/json', origin: portal.url},
    });

  it('are those the person may have, in a session', async () => {
    assert.deepEqual(await idsOf(developer), ['dashboard', 'cards', 'analytics']);
    assert.deepEqual(await idsOf(admin), ['dashboard', 'cards', 'manager', 'analytics']);
    const viewer = portal.browser();
    await viewer.signIn('viewer');
    assert.ok(!(await idsOf(viewer)).includes('manager'));
  });

  it('wait for the events of other modules that they subscribe to, and not for those of every page', async () => {
    const head = (await compositionOf(developer)).modules.find(({id}) => id === 'analytics');
    assert.deepEqual(head?.activation, ['onStartup', 'onEvent:cards:moved']);
  });

  it('that a session does not get are named with the reason, so that a link to one can say it', async () => {
    const {withheld} = await compositionOf(developer);
    assert.deepEqual(withheld, [
      {name: 'manager', base: '/manager', reason: 'denied', permission: 'portalmodule:view'},
    ]);
    assert.equal((await compositionOf(admin)).withheld, undefined);
  });

  it('that a person may not have are not even served', async () => {
    assert.equal((await admin.request('/m/manager/1.0.0/page-abcdef12.js')).status, 200);
    assert.equal((await developer.request('/m/manager/1.0.0/page-abcdef12.js')).status, 404);
    assert.equal((await developer.request('/m/manager/1.0.0/manifest.json')).status, 404);
  });

  it("speak the person's language, with their icons drawn", async () => {
    const [head] = (await compositionOf(developer, '?lang=de')).modules;
    assert.equal(head?.name, 'Übersicht');
    assert.equal(head.navigation?.[0]?.label, 'Start');
    assert.equal(head.navigation[0].icon?.[0]?.[0], 'rect');
    const full = await (await developer.request(head.manifest)).json();
    assert.equal(full.name, 'Übersicht');
  });

  it('that are wrong are refused with every fault, and stop nothing', async () => {
    const entries = (await (await admin.request('/api/portal/modules')).json()) as RegistryEntry[];
    const refused = Object.fromEntries(
      entries.filter(({status}) => status === 'refused').map(({id, problem}) => [id, problem]),
    );
    assert.deepEqual(Object.keys(refused), ['broken', 'wrong', 'noisy', 'portal', 'needy']);
    assert.equal(refused['broken']?.code, 'MANIFEST_UNREADABLE');
    assert.equal(refused['wrong']?.code, 'MANIFEST_INVALID');
    assert.equal(refused['wrong'].faults?.length, 2);
    assert.match(refused['wrong'].faults.join(), /name: found .*expected string.*version: found/);
    assert.match(refused['noisy']?.detail ?? '', /events.publish.noisy:shout: .*expected a JSON Schema/);
    assert.match(refused['portal']?.detail ?? '', /reserved/);
    assert.equal(refused['needy']?.code, 'DEPENDENCY_FAILED');
    const reasons = entries.flatMap(({id, checks}) => (id === 'wrong' || id === 'needy' ? checks.at(-1) : []));
    assert.deepEqual(
      reasons.map((reason) => [reason?.check, reason?.passed, reason?.code]),
      [
        ['manifest', false, 'MANIFEST_INVALID'],
        ['dependency', false, 'DEPENDENCY_FAILED'],
      ],
    );
  });

  it('are listed for those who may see them, each with the reasons that hold for the session', async () => {
    const refused = await developer.request('/api/portal/modules');
    assert.deepEqual([refused.status, (await refused.json()).code], [403, 'PERMISSION_DENIED']);
    const engineer = portal.browser();
    await engineer.signIn('platform-engineer');
    const entries = (await (await engineer.request('/api/portal/modules')).json()) as RegistryEntry[];
    const manager = entries.find(({id}) => id === 'manager');
    assert.deepEqual(
      manager?.checks.map(({check, passed}) => [check, passed]),
      [
        ['source', true],
        ['manifest', true],
        ['compatibility', true],
        ['enabled', true],
        ['dependency', true],
        ['permission', true],
      ],
    );
    assert.deepEqual(entries.find(({id}) => id === 'dashboard')?.dependents, ['cards']);
  });

  it('are switched by those who may only', async () => {
    for (const browser of [developer, portal.browser()]) {
      const response = await decide(browser, 'cards', {enabled: false});
      assert.ok([401, 403].includes(response.status));
    }
    assert.ok((await idsOf(developer)).includes('cards'));
  });

  it('go at once from every open tab, with what needs them after a question, and come back', async () => {
    const events = await openEvents(developer);
    const before = await events.next('composition');
    const asked = await decide(admin, 'dashboard', {enabled: false});
    const question = await asked.json();
    assert.equal(asked.status, 409);
    assert.deepEqual(question, {
      type: 'urn:openchoreo-portal:error:MODULE_HAS_DEPENDENTS',
      title: "Other modules need 'dashboard' and would go with it: cards.",
      status: 409,
      code: 'MODULE_HAS_DEPENDENTS',
      detail: "Other modules need 'dashboard' and would go with it: cards.",
      values: ['dashboard', 'cards'],
      dependents: ['cards'],
    });

    const done = await decide(admin, 'dashboard', {enabled: false, dependents: true});
    const entry = (await done.json()) as RegistryEntry;
    assert.deepEqual([done.status, entry.status, entry.changedBy], [200, 'disabled', 'Ada Okafor']);
    const after = await events.next('composition');
    assert.notDeepEqual(after, before);
    assert.deepEqual(await idsOf(developer), ['analytics']);
    const reasons = (await compositionOf(developer)).withheld?.map(({base, reason}) => `${base} ${reason}`);
    assert.ok(reasons?.includes('/ disabled'), String(reasons));
    assert.equal((await developer.request('/m/cards/1.0.0/page-abcdef12.js')).status, 404);
    const call = await developer.request('/api/openchoreo/api/v1/namespaces', {
      headers: {'x-portal-module': 'cards@1.0.0'},
    });
    assert.deepEqual([call.status, (await call.json()).code], [403, 'MODULE_DISABLED']);

    await decide(admin, 'dashboard', {enabled: true});
    await decide(admin, 'cards', {enabled: true});
    await events.next('composition');
    assert.deepEqual(await events.next('composition'), before);
    assert.deepEqual(await idsOf(developer), ['dashboard', 'cards', 'analytics']);
    events.close();
    const actions = (await portal.database.select().from(auditRecords)).filter(({action}) =>
      action.startsWith('module.'),
    );
    assert.deepEqual(
      actions.map(({action, target, userId, status}) => `${userId} ${action} ${target} ${status}`),
      [
        'developer module.change cards 403',
        'admin module.disable dashboard 200',
        'admin module.disable cards 200',
        'admin module.enable dashboard 200',
        'admin module.enable cards 200',
      ],
    );
  });

  it('are not told anew to a tab that has them already', async () => {
    const {id} = await compositionOf(developer);
    const events = await openEvents(developer, id);
    await decide(admin, 'cards', {enabled: false});
    const first = await events.next('composition');
    assert.notDeepEqual(first, {id});
    await decide(admin, 'cards', {enabled: true});
    assert.deepEqual(await events.next('composition'), {id});
    events.close();
  });

  it('that another process on the same database switched go and come with the next sign of life', async () => {
    const other = await startTestPortal({heartbeat: 100, modules: [{id: 'cards', manifest: manifest('cards')}]});
    try {
      const browser = other.browser();
      await browser.signIn('developer');
      const events = await openEvents(browser);
      const before = await events.next('composition');
      const decision = {moduleId: 'cards', enabled: false, changedAt: new Date(), changedBy: 'Somebody Elsewhere'};
      await other.database.insert(moduleStates).values(decision);
      assert.notDeepEqual(await events.next('composition'), before);
      await other.database.delete(moduleStates);
      assert.deepEqual(await events.next('composition'), before);
      events.close();
    } finally {
      await other.close();
    }
  });

  it('stay switched off over a restart', async () => {
    await decide(admin, 'analytics', {enabled: false});
    await portal.restart();
    assert.ok(!(await idsOf(developer)).includes('analytics'));
    await decide(admin, 'analytics', {enabled: true});
  });

  it('cannot be switched when unknown, refused, or with another body', async () => {
    const codes: unknown[] = [];
    for (const [id, body] of [
      ['unknown', {enabled: false}],
      ['broken', {enabled: true}],
      ['cards', {enabled: 'yes'}],
      ['cards', {enabled: false, force: true}],
    ] as const) {
      const response = await decide(admin, id, body);
      codes.push([response.status, (await response.json()).code]);
    }
    assert.deepEqual(codes, [
      [404, 'MODULE_UNKNOWN'],
      [400, 'INVALID_REQUEST'],
      [400, 'INVALID_REQUEST'],
      [400, 'INVALID_REQUEST'],
    ]);
    const malformed = await admin.request('/api/portal/modules/cards', {method: 'PUT', body: '{"enabled":'});
    assert.equal(malformed.status, 400);
  });

  describe('and the platform', () => {
    it('tell of changes whoever may see them, and hide a name from whoever sees only part', async () => {
      const events = await openEvents(developer);
      await admin.request('/api/openchoreo/api/v1/namespaces/acme/projects', {
        method: 'POST',
        body: JSON.stringify({metadata: {name: 'told-of'}}),
        headers: {'content-type': 'application/json', origin: portal.url},
      });
      const change = await events.next('change');
      assert.deepEqual(change, {kind: 'projects', namespace: 'acme', name: 'told-of', action: 'created'});
      await admin.request('/api/openchoreo/api/v1/clusterauthzroles', {
        method: 'POST',
        body: JSON.stringify({metadata: {name: 'not-told-of'}, spec: {actions: ['project:view']}}),
        headers: {'content-type': 'application/json', origin: portal.url},
      });
      await admin.request('/api/openchoreo/api/v1/namespaces/acme/projects/told-of', {
        method: 'DELETE',
        headers: {origin: portal.url},
      });
      for (;;) {
        const next = (await events.next('change')) as {kind: string; action: string};
        assert.doesNotMatch(next.kind, /role/i);
        if (next.kind === 'projects' && next.action === 'deleted') break;
      }
      events.close();
    });

    it('end the stream with the session, and forget it when the tab is closed', async () => {
      const browser = portal.browser();
      await browser.signIn('sre');
      const events = await openEvents(browser);
      await events.next('composition');
      await browser.request('/auth/sign-out', {method: 'POST', headers: {origin: portal.url}});
      assert.deepEqual(await events.next('session-ended'), {});
      assert.equal(await events.ended(), true);
      const second = await openEvents(developer);
      await second.next('composition');
      const metrics = async (): Promise<string> => await (await developer.request('/metrics')).text();
      assert.match(await metrics(), /portal_event_streams 1\n/);
      second.close();
      for (let wait = 0; wait < 50 && !(await metrics()).includes('portal_event_streams 0'); wait += 1) {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      assert.match(await metrics(), /portal_event_streams 0\n/);
    });
  });
});

describe('preferences', () => {
  it('are kept for the person, begin with the first namespace and the browser’s language, and are checked', async () => {
    const portal = await startTestPortal();
    try {
      const browser = portal.browser();
      await browser.signIn('developer');
      const german = {headers: {'accept-language': 'de-DE,de;q=0.9,en;q=0.5'}};
      const first = await (await browser.request('/api/portal/preferences', german)).json();
      assert.deepEqual(first, {theme: 'system', locale: 'de', perspective: 'development', scope: {namespace: 'acme'}});
      const put = (body: unknown): Promise<Response> =>
        browser.request('/api/portal/preferences', {
          method: 'PUT',
          body: JSON.stringify(body),
          headers: {'content-type': 'application/json', origin: portal.url},
        });
      const changed = {...first, theme: 'dark', locale: 'en', scope: {namespace: 'acme', project: 'payments'}};
      assert.equal((await put(changed)).status, 200);
      const other = portal.browser();
      await other.signIn('developer');
      assert.deepEqual(await (await other.request('/api/portal/preferences', german)).json(), changed);
      const page = await (await other.request('/', german)).text();
      assert.match(page, /<html lang="en" data-theme="dark">/);
      for (const wrong of [{...first, theme: 'pink'}, {...first, locale: 'fr'}, {...first, admin: true}, [], null]) {
        assert.equal((await put(wrong)).status, 400, JSON.stringify(wrong));
      }
    } finally {
      await portal.close();
    }
  });
});
