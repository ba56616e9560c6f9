import assert from 'node:assert/strict';
import {after, before, beforeEach, describe, it} from 'node:test';
import type {Boot, Composition, RoleChoice, RoleReference, Session} from '@openchoreo/portal-contract';
import {auditRecords} from './database/index.ts';
import type {Browser} from './testing/browser.ts';
import {openEvents} from './testing/event-reader.ts';
import {startTestPortal, type TestPortal} from './testing/test-portal.ts';
import {manifest} from './testing/write-build.ts';

const API = '/api/openchoreo/api/v1';
const VIEW = '/api/portal/view-as';

describe('viewing the portal as a role', () => {
  let portal: TestPortal;
  let admin: Browser;
  let developer: Browser;
  before(async () => {
    portal = await startTestPortal({
      heartbeat: 100,
      modules: [
        {
          id: 'home',
          manifest: manifest('home', {
            routes: {
              base: '/',
              definitions: [
                {
                  path: '/',
                  component: {entry: 'page.js', export: 'Page'},
                  data: [{kind: 'clusterauthzroles'}, {kind: 'projects'}],
                },
              ],
            },
          }),
        },
        {
          id: 'manager',
          manifest: manifest('manager', {permissions: ['portalmodule:view']}),
          files: {'page-abcdef12.js': 'export class Page {}'},
        },
      ],
    });
    [admin, developer] = [portal.browser(), portal.browser()];
    await admin.signIn('admin');
    await developer.signIn('developer');
  });
  after(() => portal.close());

  const write = (browser: Browser, method: string, path: string, body?: unknown): Promise<Response> =>
    browser.request(path, {
      method,
      headers: {'content-type': 'application/json', origin: portal.url},
      ...(body === undefined ? {} : {body: JSON.stringify(body)}),
    });
  const json = async <T>(browser: Browser, path: string): Promise<T> =>
    (await (await browser.request(path)).json()) as T;
  const role = (name: string): RoleReference => ({kind: 'ClusterAuthzRole', name});
  const view = (browser: Browser, name: string): Promise<Response> => write(browser, 'PUT', VIEW, role(name));
  const idsOf = async (browser: Browser): Promise<readonly string[]> =>
    (await json<Composition>(browser, '/api/portal/composition')).modules.map(({id}) => id);
  const mayOf = async (browser: Browser, ...actions: string[]): Promise<readonly boolean[]> => {
    const questions = actions.map((action) => ({action, resource: {type: 'any', hierarchy: {}}}));
    const answers = await (await write(browser, 'POST', `${API}/authz/evaluates`, questions)).json();
    return (answers as {decision: boolean}[]).map(({decision}) => decision);
  };
  const bootOf = async (browser: Browser): Promise<Boot> => {
    const page = await (await browser.request('/?namespace=acme', {headers: {accept: 'text/html'}})).text();
    return JSON.parse(/id="portal-boot">(.*?)<\/script>/s.exec(page)?.[1] ?? '') as Boot;
  };

  beforeEach(() => write(admin, 'DELETE', VIEW));

  it('is for those who hold portal:view-as, and offers the roles they may read', async () => {
    const refused = [await developer.request(VIEW), await view(developer, 'viewer')];
    assert.deepEqual(
      refused.map(({status}) => status),
      [403, 403],
    );
    const {viewAs, roles} = await json<{viewAs: null; roles: RoleChoice[]}>(admin, VIEW);
    assert.equal(viewAs, null);
    assert.deepEqual(roles.map(({name}) => name).sort(), [
      'admin',
      'cluster-reader',
      'developer',
      'namespace-reader',
      'platform-engineer',
      'sre',
    ]);
  });

  it('narrows modules, code, profile and decisions to what the role holds', async () => {
    assert.deepEqual(await idsOf(admin), ['home', 'manager']);
    assert.deepEqual(await mayOf(admin, 'component:create', 'project:create', 'portalmodule:view'), [true, true, true]);
    assert.equal((await view(admin, 'developer')).status, 200);
    assert.deepEqual(await idsOf(admin), ['home']);
    assert.deepEqual(await mayOf(admin, 'component:create', 'project:create', 'portalmodule:view'), [
      true,
      false,
      false,
    ]);
    assert.equal((await admin.request('/m/manager/1.0.0/page-abcdef12.js')).status, 404);
    assert.equal((await admin.request('/api/portal/modules')).status, 403);
    const {capabilities} = await json<{capabilities: Record<string, unknown>}>(admin, `${API}/authz/profile`);
    assert.deepEqual([!!capabilities['component:create'], !!capabilities['project:create']], [true, false]);
    const boot = await bootOf(admin);
    assert.deepEqual(boot.session.viewAs, role('developer'));
    assert.equal(boot.profile?.profile.capabilities['project:create'], undefined);
  });

  it('reads what the role may read, and gives an empty list or a refusal for the rest', async () => {
    await view(admin, 'developer');
    const projects = await json<{items: unknown[]}>(admin, `${API}/namespaces/acme/projects`);
    const roles = await json<{items: unknown[]}>(admin, `${API}/clusterauthzroles`);
    const one = await admin.request(`${API}/clusterauthzroles/admin`);
    const strange = await admin.request('/api/openchoreo/api/v1/namespaces/acme/%63omponents');
    const twice = await admin.request('/api/openchoreo/api/v1/namespaces//clusterauthzroles');
    assert.deepEqual(
      [projects.items.length > 0, roles.items, one.status, (await one.json()).code, strange.status, twice.status],
      [true, [], 403, 'FORBIDDEN', 403, 403],
    );
    const {data} = await bootOf(admin);
    const listed = data.map(({queryKey: [, kind], data: items}) => [kind, (items as unknown[]).length > 0]);
    assert.deepEqual(listed, [
      ['clusterauthzroles', false],
      ['projects', true],
    ]);
  });

  it('writes nothing, whatever role it is, and keeps the attempts in the audit trail', async () => {
    await view(admin, 'admin');
    const attempts = [
      await write(admin, 'POST', `${API}/namespaces/acme/projects`, {metadata: {name: 'smuggled'}}),
      await write(admin, 'DELETE', `${API}/namespaces/acme/projects/storefront`),
      await write(admin, 'PUT', '/api/portal/modules/home', {enabled: false}),
    ];
    const codes = await Promise.all(
      attempts.map(async (one) => [one.status, ((await one.json()) as {code: string}).code]),
    );
    assert.deepEqual(
      codes,
      [1, 2, 3].map(() => [403, 'VIEW_AS_READ_ONLY']),
    );
    const records = await portal.database.select().from(auditRecords);
    assert.deepEqual(
      records.slice(-3).map(({action, userId, status}) => [action, userId, status]),
      [
        ['api.post', 'admin', 403],
        ['api.delete', 'admin', 403],
        ['view-as.refused', 'admin', 403],
      ],
    );
    const preferences = await json<object>(admin, '/api/portal/preferences');
    assert.equal((await write(admin, 'PUT', '/api/portal/preferences', preferences)).status, 200);
    await write(admin, 'DELETE', VIEW);
    assert.equal((await admin.request(`${API}/namespaces/acme/projects/smuggled`)).status, 404);
  });

  it('never gives more than the operator has', async () => {
    const binding = {
      metadata: {name: 'viewers-look'},
      spec: {
        entitlement: {claim: 'groups', value: 'viewers'},
        roleMappings: [{roleRef: {kind: 'ClusterAuthzRole', name: 'looker'}}],
      },
    };
    const looker = {metadata: {name: 'looker'}, spec: {actions: ['portal:view-as', 'clusterauthzrole:view']}};
    await write(admin, 'POST', `${API}/clusterauthzroles`, looker);
    await write(admin, 'POST', `${API}/clusterauthzrolebindings`, binding);
    const viewer = portal.browser();
    await viewer.signIn('viewer');
    assert.equal((await view(viewer, 'admin')).status, 200);
    assert.deepEqual(
      await mayOf(viewer, 'component:view', 'component:create', 'clusterauthzrolebinding:view', 'portalmodule:update'),
      [true, false, false, false],
    );
    assert.deepEqual(await idsOf(viewer), ['home']);
    assert.equal((await viewer.request(`${API}/clusterauthzrolebindings/viewers-look`)).status, 403);
  });

  it('shows nothing through a role that is gone, or was never there', async () => {
    assert.equal((await view(admin, 'nobody')).status, 404);
    const brief = {metadata: {name: 'brief'}, spec: {actions: ['component:view', 'portalmodule:view']}};
    await write(admin, 'POST', `${API}/clusterauthzroles`, brief);
    await view(admin, 'brief');
    assert.deepEqual(await idsOf(admin), ['home', 'manager']);
    const other = portal.browser();
    await other.signIn('admin');
    assert.equal((await write(other, 'DELETE', `${API}/clusterauthzroles/brief`)).status, 204);
    assert.deepEqual([await idsOf(admin), await mayOf(admin, 'component:view')], [['home'], [false]]);
  });

  it('is of one session, told to its open tabs, and ends when the operator says so', async () => {
    const events = await openEvents(admin);
    const first = await events.next('composition');
    await view(admin, 'developer');
    assert.deepEqual(await events.next('permissions'), {viewAs: role('developer')});
    assert.notDeepEqual(await events.next('composition'), first);
    const other = portal.browser();
    await other.signIn('admin');
    assert.deepEqual(await idsOf(other), ['home', 'manager']);
    assert.deepEqual((await json<Session>(admin, '/api/portal/session')).viewAs, role('developer'));
    // Another role at once, though the first does not hold portal:view-as.
    assert.equal((await view(admin, 'sre')).status, 200);
    assert.deepEqual(await events.next('permissions'), {viewAs: role('sre')});
    assert.equal((await write(admin, 'DELETE', VIEW)).status, 204);
    assert.deepEqual(await events.next('permissions'), {});
    assert.deepEqual(await events.next('composition'), first);
    events.close();
    const records = await portal.database.select().from(auditRecords);
    assert.deepEqual(
      records
        .filter(({action}) => action.startsWith('view-as.'))
        .slice(-3)
        .map(({action, target}) => [action, target]),
      [
        ['view-as.begin', 'ClusterAuthzRole/developer'],
        ['view-as.begin', 'ClusterAuthzRole/sre'],
        ['view-as.end', 'ClusterAuthzRole/sre'],
      ],
    );
  });

  it('refuses what is no role', async () => {
    const statuses = [];
    for (const body of [{}, {kind: 'Role', name: 'x'}, {kind: 'AuthzRole', name: 'x'}, {...role('sre'), more: 1}, 7]) {
      statuses.push((await write(admin, 'PUT', VIEW, body)).status);
    }
    assert.deepEqual(statuses, [400, 400, 400, 400, 400]);
  });
});
