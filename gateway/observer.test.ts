import assert from 'node:assert/strict';
import {createServer, type IncomingMessage, type RequestListener} from 'node:http';
import type {AddressInfo} from 'node:net';
import {after, before, beforeEach, describe, it} from 'node:test';
import {auditRecords} from './database/index.ts';
import type {Browser} from './testing/browser.ts';
import {startTestPortal, type TestPortal} from './testing/test-portal.ts';
import {manifest} from './testing/write-build.ts';

const QUERY = '/api/observer/api/v1/logs/query';
const VIEW = '/api/portal/view-as';

function body(change: object = {}): string {
  const endTime = new Date();
  const startTime = new Date(endTime.getTime() - 3_600_000);
  return JSON.stringify({startTime, endTime, searchScope: {namespace: 'acme'}, ...change});
}

function ask(
  browser: Browser,
  options: {path?: string; method?: string; text?: string; headers?: object} = {},
): Promise<Response> {
  const {path = QUERY, method = 'POST', text = body(), headers} = options;
  const own = {'content-type': 'application/json', origin: browser.origin, ...headers};
  return browser.request(path, {method, body: text, headers: own});
}

describe('the embedded observer through the gateway', () => {
  let portal: TestPortal;
  let developer: Browser;
  let viewer: Browser;
  let admin: Browser;
  before(async () => {
    portal = await startTestPortal({modules: [{id: 'logs', manifest: manifest('logs')}]});
    [developer, viewer, admin] = [portal.browser(), portal.browser(), portal.browser()];
    await developer.signIn('developer');
    await viewer.signIn('viewer');
    await admin.signIn('admin');
  });
  after(() => portal.close());
  beforeEach(() => admin.request(VIEW, {method: 'DELETE', headers: {origin: portal.url}}));

  it('answers with what the person may read, and refuses the rest in its own words', async () => {
    const answer = await ask(developer, {headers: {'x-portal-module': 'logs@1.0.0'}});
    assert.equal(answer.status, 200);
    assert.ok(((await answer.json()) as {logs: unknown[]}).logs.length > 50);
    const refused = await ask(viewer);
    assert.deepEqual([refused.status, (await refused.json()).title], [403, 'forbidden']);
    const bad = await ask(developer, {text: body({limit: 0})});
    assert.deepEqual([bad.status, (await bad.json()).title], [400, 'badRequest']);
  });

  it('asks for a session, the own origin and a module there is', async () => {
    const answers = [
      await ask(portal.browser()),
      await ask(developer, {headers: {origin: 'https://evil.example'}}),
      await ask(developer, {headers: {'x-portal-module': 'intruder@1.0.0'}}),
    ];
    const codes = await Promise.all(answers.map(async (one) => ((await one.json()) as {code: string}).code));
    assert.deepEqual(codes, ['SESSION_EXPIRED', 'CROSS_SITE_REFUSED', 'INVALID_REQUEST']);
  });

  it('keeps no record of questions, but of what would change something', async () => {
    await ask(developer);
    const path = '/api/observer/api/v1alpha1/incidents/one';
    const change = await ask(developer, {path, method: 'PUT', text: '{}', headers: {'x-portal-module': 'logs@1.0.0'}});
    assert.equal(change.status, 404);
    const records = (await portal.database.select().from(auditRecords)).filter(({action}) =>
      action.startsWith('observer'),
    );
    assert.deepEqual(
      records.map(({action, target, status, module}) => ({action, target, status, module})),
      [{action: 'observer.put', target: '/api/v1alpha1/incidents/one', status: 404, module: 'logs@1.0.0'}],
    );
  });

  it('shows a role what it may read, and changes nothing meanwhile', async () => {
    const view = async (name: string): Promise<number> => {
      const role = JSON.stringify({kind: 'ClusterAuthzRole', name});
      const headers = {'content-type': 'application/json', origin: portal.url};
      return (await admin.request(VIEW, {method: 'PUT', body: role, headers})).status;
    };
    assert.equal(await view('developer'), 200);
    assert.equal((await ask(admin)).status, 200);
    const change = await ask(admin, {path: '/api/observer/api/v1alpha1/incidents/one', method: 'PUT', text: '{}'});
    assert.deepEqual([change.status, (await change.json()).code], [403, 'VIEW_AS_READ_ONLY']);
    assert.equal(await view('cluster-reader'), 200);
    const refused = await ask(admin);
    assert.deepEqual([refused.status, (await refused.json()).title], [403, 'forbidden']);
  });

  it('counts its calls apart from those of the platform', async () => {
    const text = await (await developer.request('/metrics')).text();
    assert.match(text, /portal_platform_call_duration_seconds_count\{api="observer",method="POST",outcome="200"\} \d+/);
  });
});

describe('an observer elsewhere', () => {
  it('gets the token, the body and the path below its own', async () => {
    const seen: IncomingMessage[] = [];
    let received = '';
    const listener: RequestListener = (request, response) => {
      seen.push(request);
      request.on('data', (part: Buffer) => (received += part.toString()));
      request.on('end', () => response.setHeader('content-type', 'application/json').end('{"logs":[],"total":0}'));
    };
    const server = createServer(listener);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const {port} = server.address() as AddressInfo;
    const portal = await startTestPortal({environment: {OBSERVER_URL: `http://127.0.0.1:${port}/observer/`}});
    try {
      const browser = portal.browser();
      await browser.signIn('developer');
      const text = body({searchPhrase: 'x'});
      assert.deepEqual(await (await ask(browser, {text})).json(), {logs: [], total: 0});
      const [request] = seen;
      assert.deepEqual([request?.url, received], ['/observer/api/v1/logs/query', text]);
      assert.match(String(request?.headers.authorization), /^Bearer eyJ/);
      assert.equal(request?.headers.cookie, undefined);
      // The platform is the embedded one all the same.
      assert.equal((await browser.request('/api/openchoreo/api/v1/namespaces')).status, 200);
    } finally {
      await portal.close();
      server.close();
    }
  });

  it('that nobody named is OBSERVER_NOT_CONFIGURED', async () => {
    const portal = await startTestPortal({environment: {OPENCHOREO_API_URL: 'http://127.0.0.1:9'}});
    try {
      const browser = portal.browser();
      assert.equal((await ask(browser)).status, 401);
      await browser.signIn('developer');
      const answer = await ask(browser);
      assert.deepEqual([answer.status, (await answer.json()).code], [501, 'OBSERVER_NOT_CONFIGURED']);
    } finally {
      await portal.close();
    }
  });
});
