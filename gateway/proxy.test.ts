import assert from 'node:assert/strict';
import {createServer, type RequestListener, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {after, before, describe, it} from 'node:test';
import type {Boot} from '@openchoreo/portal-contract';
import {auditRecords} from './database/index.ts';
import type {Browser} from './testing/browser.ts';
import {freePort, startTestPortal, type TestPortal} from './testing/test-portal.ts';
import {manifest} from './testing/write-build.ts';

const COMPONENTS = '/api/openchoreo/api/v1/namespaces/acme/components';
const component = (name: string): string =>
  JSON.stringify({
    metadata: {name},
    spec: {
      owner: {projectName: 'storefront'},
      componentType: {kind: 'ClusterComponentType', name: 'deployment/service'},
    },
  });

describe('the proxy to the embedded platform', () => {
  let portal: TestPortal;
  let developer: Browser;
  before(async () => {
    portal = await startTestPortal({modules: [{id: 'catalog', manifest: manifest('catalog')}]});
    developer = portal.browser();
    await developer.signIn('developer');
  });
  after(() => portal.close());

  const create = (browser: Browser, name: string, headers: Record<string, string> = {}): Promise<Response> =>
    browser.request(COMPONENTS, {
      method: 'POST',
      body: component(name),
      headers: {'content-type': 'application/json', origin: portal.url, ...headers},
    });

  it("does what the person may do, and keeps the module's name beside it in the audit trail", async () => {
    const created = await create(developer, 'made-here', {'x-portal-module': 'catalog@1.0.0'});
    assert.equal(created.status, 201);
    const found = await developer.request(`${COMPONENTS}/made-here`);
    assert.equal((await found.json()).metadata.name, 'made-here');
    const records = await portal.database.select().from(auditRecords);
    const {action, userId, target, status, module} = records.find((record) => record.action === 'api.post') ?? {};
    assert.deepEqual(
      {action, userId, target, status, module},
      {
        action: 'api.post',
        userId: 'developer',
        target: '/api/v1/namespaces/acme/components',
        status: 201,
        module: 'catalog@1.0.0',
      },
    );
  });

  it("refuses a viewer's POST with the platform's own 403", async () => {
    const viewer = portal.browser();
    await viewer.signIn('viewer');
    assert.equal((await viewer.request(COMPONENTS)).status, 200);
    const refused = await create(viewer, 'not-allowed');
    assert.equal(refused.status, 403);
    assert.equal((await refused.json()).code, 'FORBIDDEN');
    assert.equal((await developer.request(`${COMPONENTS}/not-allowed`)).status, 404);
    const records = await portal.database.select().from(auditRecords);
    assert.ok(
      records.some(({userId, status, action}) => userId === 'viewer' && status === 403 && action === 'api.post'),
    );
  });

  it("passes the platform's refusals unchanged", async () => {
    const again = await create(developer, 'made-here');
    assert.deepEqual([again.status, (await again.json()).code], [409, 'CONFLICT']);
    const broken = await developer.request(COMPONENTS, {
      method: 'POST',
      body: '{"metadata":',
      headers: {'content-type': 'application/json', origin: portal.url},
    });
    assert.deepEqual([broken.status, (await broken.json()).code], [400, 'BAD_REQUEST']);
  });

  it('passes bodies whose length nobody announced', async () => {
    const body = new ReadableStream({
      start(controller) {
        for (const part of component('in-pieces').match(/.{1,20}/g) ?? [])
          controller.enqueue(new TextEncoder().encode(part));
        controller.close();
      },
    });
    const headers = {'content-type': 'application/json'};
    const init = {method: 'POST', body, headers, duplex: 'half' as const};
    assert.equal((await developer.request(COMPONENTS, init)).status, 201);
    assert.equal((await developer.request(`${COMPONENTS}/in-pieces`, {method: 'DELETE'})).status, 204);
  });

  it('compresses long answers', async () => {
    const response = await developer.request(`${COMPONENTS}?limit=100`, {headers: {'accept-encoding': 'gzip'}});
    assert.equal(response.headers.get('content-encoding'), 'gzip');
    assert.ok((await response.json()).items.length > 5);
  });

  it('refuses calls in the name of what is no module here', async () => {
    const response = await developer.request(COMPONENTS, {headers: {'x-portal-module': 'intruder@1.0.0'}});
    assert.deepEqual([response.status, (await response.json()).code], [400, 'INVALID_REQUEST']);
  });

  it('does not confirm a version that is not the one in use', async () => {
    await create(developer, 'by-old-version', {'x-portal-module': 'catalog@9.9.9'});
    const records = await portal.database.select().from(auditRecords);
    assert.equal(records.filter(({module}) => module === 'catalog').length, 1);
  });
});

describe('a platform elsewhere', () => {
  it('gets the token and the path below its own, and neither cookies nor other headers', async () => {
    const seen: {url?: string | undefined; headers?: Record<string, unknown>}[] = [];
    await withPlatform(
      (request, response) => {
        seen.push({url: request.url, headers: request.headers});
        response.setHeader('set-cookie', 'platform=1');
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({items: [], pagination: {}, capabilities: {}}));
      },
      async (portal, browser) => {
        const response = await browser.request('/api/openchoreo/api/v1/namespaces?limit=7', {
          headers: {'x-secret': 'mine'},
        });
        assert.deepEqual(response.headers.getSetCookie(), []);
        const call = seen.findLast(({url}) => url?.includes('limit=7'));
        assert.equal(call?.url, '/base/api/v1/namespaces?limit=7');
        assert.match(String(call.headers?.['authorization']), /^Bearer eyJ/);
        assert.equal(call.headers?.['cookie'], undefined);
        assert.equal(call.headers?.['x-secret'], undefined);
        assert.equal((await portal.browser().request('/readyz')).status, 200);
      },
    );
  });

  it('that is down is API_UNREACHABLE; the page still comes, and so does readiness as 503', async () => {
    const apiUrl = `http://127.0.0.1:${await freePort()}`;
    const portal = await startTestPortal({
      environment: {OPENCHOREO_API_URL: apiUrl},
      modules: [
        {id: 'open', manifest: manifest('open')},
        {id: 'guarded', manifest: manifest('guarded', {permissions: ['component:view']})},
      ],
    });
    try {
      const browser = portal.browser();
      const page = await browser.signIn('developer');
      assert.equal(page.status, 200);
      const boot = /id="portal-boot">(.*?)<\/script>/s.exec(await page.text())?.[1] ?? '';
      const {composition, profile, data} = JSON.parse(boot) as Boot;
      assert.deepEqual(
        composition.modules.map(({id}) => id),
        ['open'],
      );
      assert.deepEqual([profile, data], [null, []]);
      const response = await browser.request('/api/openchoreo/api/v1/namespaces');
      const problem = await response.json();
      assert.deepEqual([response.status, problem.code], [502, 'API_UNREACHABLE']);
      assert.equal(problem.detail, 'The platform cannot be reached at /api/v1/namespaces.');
      assert.ok(!JSON.stringify(problem).includes(apiUrl));
      assert.ok(portal.logged.join('').includes(`"platform":"${apiUrl}"`));
      assert.equal((await browser.request('/readyz')).status, 503);
      assert.equal((await browser.request('/healthz')).status, 200);
    } finally {
      await portal.close();
    }
  });

  it('that is slow is API_TIMEOUT; that breaks off, API_UNREACHABLE; that redirects, API_INVALID_ANSWER', async () => {
    await withPlatform(
      (request, response) => {
        if (request.url?.includes('broken')) request.socket.destroy();
        else if (request.url?.includes('moved')) response.writeHead(302, {location: 'https://evil.example'}).end();
      },
      async (_portal, browser) => {
        const codes: unknown[] = [];
        for (const path of ['slow', 'broken', 'moved']) {
          const response = await browser.request(`/api/openchoreo/${path}`);
          codes.push([response.status, (await response.json()).code]);
        }
        assert.deepEqual(codes, [
          [504, 'API_TIMEOUT'],
          [502, 'API_UNREACHABLE'],
          [502, 'API_INVALID_ANSWER'],
        ]);
      },
      {apiTimeout: 300},
    );
  });

  it('that hangs holds the page for seconds only, which then comes without what needs it', async () => {
    await withPlatform(
      (request, response) => {
        // Half an answer is no answer either.
        if (request.url?.includes('profile')) response.writeHead(200, {'content-type': 'application/json'}).write('{');
      },
      async (_portal, browser) => {
        const begun = performance.now();
        const page = await (await browser.request('/')).text();
        const milliseconds = performance.now() - begun;
        assert.ok(milliseconds < 5500, `${milliseconds} ms`);
        assert.match(page, /"profile":null/);
        const {modules} = (JSON.parse(/id="portal-boot">(.*?)<\/script>/s.exec(page)?.[1] ?? '') as Boot).composition;
        assert.deepEqual(
          modules.map(({id}) => id),
          ['open'],
        );
      },
      {
        modules: [
          {id: 'open', manifest: manifest('open')},
          {id: 'guarded', manifest: manifest('guarded', {permissions: ['component:view']})},
        ],
      },
    );
  });

  it('that answers nonsense does not stop the page', async () => {
    await withPlatform(
      (_request, response) => response.end('<html>It works!</html>'),
      async (_portal, browser) => {
        const page = await browser.request('/');
        assert.equal(page.status, 200);
        assert.match(await page.text(), /"profile":null/);
        const passed = await browser.request('/api/openchoreo/api/v1/namespaces');
        assert.equal(await passed.text(), '<html>It works!</html>');
      },
    );
  });
});

async function withPlatform(
  listener: RequestListener,
  use: (portal: TestPortal, browser: Browser) => Promise<void>,
  options: Parameters<typeof startTestPortal>[0] = {},
): Promise<void> {
  const server: Server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address() as AddressInfo;
  const environment = {OPENCHOREO_API_URL: `http://127.0.0.1:${port}/base/`};
  const portal = await startTestPortal({environment, ...options});
  try {
    const browser = portal.browser();
    await browser.signIn('developer');
    await use(portal, browser);
  } finally {
    await portal.close();
    server.closeAllConnections();
    server.close();
  }
}
