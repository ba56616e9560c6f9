import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {auditRecords} from './database/index.ts';
import type {Browser} from './testing/browser.ts';
import {startTestPortal, type TestPortal} from './testing/test-portal.ts';
import {startTokenIssuer, type TokenIssuer} from './testing/token-issuer.ts';
import {manifest, type TestModule} from './testing/write-build.ts';

const APP = 'https://app.example';
const OTHER = 'https://other.example';
const EVIL = 'https://evil.example';
const STATE = 'a-state-of-some-length';
const NAMESPACES = '/api/openchoreo/api/v1/namespaces';

const widget = (id: string, rest: Readonly<Record<string, unknown>> = {}): TestModule => ({
  id,
  manifest: manifest(id, {
    elements: [{tag: `${id}-widget`, component: {entry: 'page-abcDEF12.js', export: 'Widget'}}],
    ...rest,
  }),
  embed: {
    elements: [{tag: `${id}-widget`, entry: 'widget-abcDEF12.js', export: 'Widget'}],
    messages: {en: 'messages.en-abcDEF12.json'},
    files: {'widget-abcDEF12.js': 'export class Widget {}', 'messages.en-abcDEF12.json': '{}'},
  },
});
const MODULES = [
  widget('figures', {permissions: ['component:view'], dependencies: {modules: {base: '^1.0.0'}}}),
  {id: 'base', manifest: manifest('base')},
  widget('secret', {permissions: ['nobody:holds']}),
  widget('plain'),
];

const fromApp = (
  path: string,
  origin: string,
  headers: Record<string, string> = {},
  init: RequestInit = {},
): Promise<Response> =>
  fetch(path, {...init, redirect: 'manual', headers: {origin, 'sec-fetch-site': 'cross-site', ...headers}});

const ask = (portal: TestPortal, origin: string, token: string, modules = ['figures']): Promise<Response> =>
  fromApp(
    `${portal.url}/embed/session`,
    origin,
    {authorization: `Bearer ${token}`, 'content-type': 'application/json'},
    {
      method: 'POST',
      body: JSON.stringify({modules, lang: 'de-CH'}),
    },
  );

const codeOf = async (response: Response): Promise<[number, string]> => [
  response.status,
  ((await response.json()) as {code: string}).code,
];

describe('embedding where nobody may', () => {
  let portal: TestPortal;
  before(async () => (portal = await startTestPortal({modules: MODULES})));
  after(() => portal.close());

  it('gives away nothing, and the host learns that it may not', async () => {
    const access = await fromApp(`${portal.url}/embed/access`, APP);
    assert.deepEqual([access.headers.get('access-control-allow-origin'), await access.json()], ['*', {allowed: false}]);
    assert.deepEqual(await codeOf(await ask(portal, APP, 'x')), [403, 'CROSS_SITE_REFUSED']);
    const preflight = await fromApp(
      `${portal.url}${NAMESPACES}`,
      APP,
      {'access-control-request-method': 'GET'},
      {method: 'OPTIONS'},
    );
    assert.equal(preflight.headers.get('access-control-allow-origin'), null);
  });
});

describe('embedding', () => {
  let portal: TestPortal;
  let developer: Browser;
  const post = (origin: string): Promise<Response> =>
    developer.request('/embed/sign-in', {
      method: 'POST',
      body: new URLSearchParams({origin, state: STATE}).toString(),
      headers: {'content-type': 'application/x-www-form-urlencoded', origin: developer.origin},
    });
  const tokenIn = (html: string): string => /"token":"([^"]+)"/.exec(html)?.[1] ?? '';
  const getToken = async (): Promise<string> => tokenIn(await (await post(APP)).text());

  before(async () => {
    portal = await startTestPortal({modules: MODULES, environment: {EMBED_ORIGINS: `${APP}, ${OTHER}`}});
    developer = portal.browser();
    await developer.signIn('developer');
  });
  after(() => portal.close());

  describe('the sign-in window', () => {
    it('leads somebody who is not signed in through the sign-in, and keeps its opener on the way', async () => {
      const browser = portal.browser();
      const path = `/embed/sign-in?${new URLSearchParams({origin: APP, state: STATE})}`;
      const hops = [await browser.request(path)];
      hops.push(await browser.request(hops[0]?.headers.get('location') ?? ''));
      for (const hop of hops) {
        assert.deepEqual([hop.status, hop.headers.get('cross-origin-opener-policy')], [302, null]);
      }
      const page = await browser.open(path);
      assert.match(await page.text(), /name="person"/);
      assert.equal(page.headers.get('cross-origin-opener-policy'), null);
      const back = await browser.signIn('developer', path);
      assert.equal(browser.address, path);
      assert.equal(back.headers.get('cross-origin-opener-policy'), 'unsafe-none');
      assert.match(await back.text(), /Show parts of the portal in app\.example\?.*Continue as Dana Devlin/s);
    });

    it('asks first, then posts the token to the one origin; it cannot be framed', async () => {
      const asked = await developer.request(`/embed/sign-in?${new URLSearchParams({origin: APP, state: STATE})}`);
      assert.doesNotMatch(await asked.text(), /embed_|<script/);
      const given = await post(APP);
      for (const page of [asked, given]) {
        assert.match(page.headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/);
        assert.equal(page.headers.get('cache-control'), 'no-store');
      }
      const html = await given.text();
      assert.match(
        html,
        /postMessage\(\{"type":"openchoreo-embed-token","token":"embed_[\w-]+","expiresAt":\d+,"state":"a-state-of-some-length"\},"https:\/\/app\.example"\)/,
      );
      const records = await portal.database.select().from(auditRecords);
      const record = records.find(({action}) => action === 'embed.sign-in');
      assert.deepEqual([record?.userId, record?.target], ['developer', APP]);
    });

    it('gives nothing to other origins, to other sites, or without a session', async () => {
      const evil = await developer.request(`/embed/sign-in?${new URLSearchParams({origin: EVIL, state: STATE})}`);
      assert.equal(evil.status, 403);
      assert.match(await evil.text(), /EMBED_NOT_ALLOWED/);
      for (const origin of [EVIL, `${APP}.evil.example`, '*', 'null', '']) {
        const response = await post(origin);
        assert.equal(response.status, 403, origin);
        assert.doesNotMatch(await response.text(), /embed_/);
      }
      const body = new URLSearchParams({origin: APP, state: STATE}).toString();
      const crossSite = await developer.request('/embed/sign-in', {method: 'POST', body, headers: {origin: APP}});
      assert.deepEqual(await codeOf(crossSite), [403, 'CROSS_SITE_REFUSED']);
      assert.equal((await portal.browser().request('/embed/sign-in', {method: 'POST', body})).status, 303);
    });

    it('writes what comes from outside so that it stays text', async () => {
      const page = await developer.request(
        `/embed/sign-in?${new URLSearchParams({origin: '<script>x</script>', state: STATE})}`,
      );
      assert.doesNotMatch(await page.text(), /<script>x/);
      const state = await developer.request(
        `/embed/sign-in?${new URLSearchParams({origin: APP, state: '</script><script>'})}`,
      );
      assert.equal(state.status, 403);
    });
  });

  describe('a token of the window', () => {
    it('opens the session of the person, with what their modules need', async () => {
      const answer = await ask(portal, APP, await getToken(), ['figures', 'secret', 'nope', 'base']);
      assert.equal(answer.status, 200);
      const session = await answer.json();
      assert.deepEqual(
        [session.user.name, session.locale, session.scope, session.profile.scope],
        ['Dana Devlin', 'de', {namespace: 'acme'}, {namespace: 'acme'}],
      );
      const modules: {manifest: {id: string; elements: unknown}; base: string}[] = session.modules;
      assert.deepEqual(
        modules.map((one) => one.manifest.id),
        ['figures', 'base'],
      );
      assert.deepEqual(modules[0]?.manifest.elements, [
        {tag: 'figures-widget', component: {entry: 'widget-abcDEF12.js', export: 'Widget'}},
      ]);
      assert.deepEqual(session.withheld, [
        {id: 'secret', reason: 'denied', permission: 'nobody:holds'},
        {id: 'nope', reason: 'unknown'},
      ]);
    });

    it('is read by the page it was given to and by no other', async () => {
      const token = await getToken();
      const own = await ask(portal, APP, token);
      assert.equal(own.headers.get('access-control-allow-origin'), APP);
      assert.match(own.headers.get('vary') ?? '', /origin/);
      assert.equal(own.headers.get('access-control-allow-credentials'), null);
      assert.deepEqual(await codeOf(await ask(portal, OTHER, token)), [401, 'EMBED_TOKEN_REFUSED']);
      const evil = await ask(portal, EVIL, token);
      assert.equal(evil.headers.get('access-control-allow-origin'), null);
      assert.deepEqual(await codeOf(evil), [403, 'CROSS_SITE_REFUSED']);
      const bare = await fetch(`${portal.url}${NAMESPACES}`, {headers: {authorization: `Bearer ${token}`}});
      assert.deepEqual(await codeOf(bare), [401, 'SESSION_EXPIRED']);
      assert.deepEqual(await codeOf(await ask(portal, APP, `${token}x`)), [401, 'EMBED_TOKEN_REFUSED']);
    });

    it('reads the platform, and changes nothing anywhere', async () => {
      const authorization = `Bearer ${await getToken()}`;
      const list = await fromApp(`${portal.url}${NAMESPACES}`, APP, {authorization});
      assert.deepEqual([list.status, list.headers.get('access-control-allow-origin')], [200, APP]);
      const body = JSON.stringify([{resource: {type: 'component', hierarchy: {}}, action: 'component:view'}]);
      const json = {authorization, 'content-type': 'application/json'};
      const asked = await fromApp(`${portal.url}/api/openchoreo/api/v1/authz/evaluates`, APP, json, {
        method: 'POST',
        body,
      });
      assert.equal(asked.status, 200);
      const logs = await fromApp(`${portal.url}/api/observer/api/v1/logs/query`, APP, json, {
        method: 'POST',
        body: '{}',
      });
      // That it is not a good question is the observer's own answer.
      assert.deepEqual([logs.status, logs.headers.get('access-control-allow-origin')], [400, APP]);
      for (const [method, path] of [
        ['POST', NAMESPACES],
        ['DELETE', `${NAMESPACES}/acme`],
        ['PUT', '/api/portal/preferences'],
        ['PATCH', '/api/portal/stores/figures'],
        ['PUT', '/api/portal/modules/figures'],
        ['POST', '/auth/sign-out'],
      ] as const) {
        const response = await fromApp(`${portal.url}${path}`, APP, json, {method, body: '{}'});
        assert.equal(response.headers.get('access-control-allow-origin'), null, path);
        assert.deepEqual(await codeOf(response), [403, 'CROSS_SITE_REFUSED'], path);
      }
      for (const path of ['/api/portal/session', '/api/portal/modules', '/api/portal/events']) {
        const response = await fromApp(`${portal.url}${path}`, APP, {authorization});
        assert.deepEqual([response.status, response.headers.get('access-control-allow-origin')], [401, null], path);
      }
    });

    it('counts alone: the cookie that came along does not', async () => {
      const headers = {origin: APP, 'sec-fetch-site': 'same-site'};
      assert.deepEqual(await codeOf(await developer.request(NAMESPACES, {headers})), [401, 'SESSION_EXPIRED']);
      const body = JSON.stringify({modules: ['figures'], lang: 'en'});
      const session = await developer.request('/embed/session', {method: 'POST', body, headers});
      assert.deepEqual(await codeOf(session), [401, 'SESSION_EXPIRED']);
    });

    it('is exchanged for a new one, and ends with the session it was given in', async () => {
      const browser = portal.browser();
      await browser.signIn('viewer');
      const form = {'content-type': 'application/x-www-form-urlencoded', origin: browser.origin};
      const body = new URLSearchParams({origin: APP, state: STATE}).toString();
      const first = tokenIn(
        await (await browser.request('/embed/sign-in', {method: 'POST', body, headers: form})).text(),
      );
      const renew = (token: string, origin = APP): Promise<Response> =>
        fromApp(`${portal.url}/embed/token`, origin, {authorization: `Bearer ${token}`}, {method: 'POST'});
      const second = (await (await renew(first)).json()) as {token: string};
      assert.equal((await ask(portal, APP, second.token)).status, 200);
      assert.deepEqual(await codeOf(await renew(first, OTHER)), [401, 'EMBED_TOKEN_REFUSED']);
      await browser.request('/auth/sign-out', {method: 'POST', headers: {origin: browser.origin}});
      for (const token of [first, second.token]) {
        assert.deepEqual(await codeOf(await ask(portal, APP, token)), [401, 'SESSION_EXPIRED']);
        assert.deepEqual(await codeOf(await renew(token)), [401, 'SESSION_EXPIRED']);
      }
    });
  });

  describe('code of modules', () => {
    const fileOf = async (module = 'figures'): Promise<string> => {
      const session = await (await ask(portal, APP, await getToken(), [module])).json();
      return `${portal.url}${session.modules[0].base}widget-abcDEF12.js`;
    };

    it('is for who has the module, in the page that asked', async () => {
      const file = await fileOf();
      const own = await fromApp(file, APP);
      assert.match(await own.text(), /class Widget/);
      assert.deepEqual(
        [own.headers.get('access-control-allow-origin'), own.headers.get('cache-control')],
        [APP, 'private, max-age=31536000, immutable'],
      );
      for (const [address, origin] of [
        [file, OTHER],
        [file, EVIL],
        [file.replace('/figures/', '/secret/'), APP],
        [file.replace(/code\/[^/]+/, 'code/-'), APP],
        [`${portal.url}/embed/code/-/secret/1.0.0/widget-abcDEF12.js`, APP],
      ] as const) {
        assert.equal((await fromApp(address, origin)).status, 404, address);
      }
      assert.equal((await fetch(file)).status, 404, 'without an origin');
    });

    it('is gone when the module is switched off', async () => {
      const file = await fileOf('plain');
      assert.equal((await fromApp(file, APP)).status, 200);
      const admin = portal.browser();
      await admin.signIn('admin');
      const turn = (enabled: boolean): Promise<Response> =>
        admin.request('/api/portal/modules/plain', {
          method: 'PUT',
          body: JSON.stringify({enabled}),
          headers: {origin: admin.origin},
        });
      await turn(false);
      assert.equal((await fromApp(file, APP)).status, 404);
      const session = await (await ask(portal, APP, await getToken(), ['plain'])).json();
      assert.deepEqual(session.withheld, [{id: 'plain', reason: 'disabled'}]);
      await turn(true);
    });

    it('leaves no ticket in the log', async () => {
      const file = await fileOf();
      await fromApp(file, APP);
      const ticket = /code\/([^/]+)/.exec(file)?.[1] ?? 'none';
      assert.ok(portal.logged.some((line) => line.includes('/embed/code/…/figures')));
      assert.ok(!portal.logged.join().includes(ticket));
    });
  });

  it('answers preflights for what such pages may send, and remembers nothing about cookies', async () => {
    const preflight = (path: string, method: string, origin = APP): Promise<Response> =>
      fromApp(
        `${portal.url}${path}`,
        origin,
        {'access-control-request-method': method, 'access-control-request-headers': 'authorization'},
        {method: 'OPTIONS'},
      );
    const good = await preflight(NAMESPACES, 'GET');
    assert.deepEqual(
      [good.status, good.headers.get('access-control-allow-origin'), good.headers.get('access-control-allow-methods')],
      [204, APP, 'GET'],
    );
    assert.match(good.headers.get('access-control-allow-headers') ?? '', /authorization/);
    assert.equal(good.headers.get('access-control-allow-credentials'), null);
    for (const [path, method, origin] of [
      [NAMESPACES, 'GET', EVIL],
      [NAMESPACES, 'DELETE', APP],
      ['/api/portal/modules', 'GET', APP],
      ['/auth/sign-out', 'POST', APP],
      ['/m/figures/1.0.0/page-abcDEF12.js', 'GET', APP],
    ] as const) {
      assert.equal((await preflight(path, method, origin)).headers.get('access-control-allow-origin'), null, path);
    }
  });

  it('gives the host itself to every page, so that it can say that it may not', async () => {
    const script = await fromApp(`${portal.url}/embed/figures.js`, EVIL);
    assert.deepEqual([script.status, script.headers.get('access-control-allow-origin')], [200, '*']);
    const access = async (origin: string): Promise<unknown> =>
      (await fromApp(`${portal.url}/embed/access`, origin)).json();
    assert.deepEqual([await access(EVIL), await access(APP)], [{allowed: false}, {allowed: true}]);
    assert.equal((await fromApp(`${portal.url}/embed/nope.js`, APP)).status, 404);
  });

  it('keeps the portal’s own pages to themselves: no page may frame them', async () => {
    for (const path of ['/', '/embed/sign-in?origin=x', '/auth/signed-out']) {
      const page = await developer.request(path);
      assert.match(page.headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/, path);
    }
  });
});

describe('access tokens that an embedding page brings', () => {
  let issuer: TokenIssuer;
  let portal: TestPortal;
  before(async () => {
    issuer = await startTokenIssuer('openchoreo');
    portal = await startTestPortal({
      modules: MODULES,
      environment: {
        OIDC_ISSUER: issuer.issuer,
        OIDC_CLIENT_ID: 'portal',
        EMBED_ORIGINS: APP,
        EMBED_AUDIENCE: 'openchoreo',
      },
    });
  });
  after(async () => {
    await portal.close();
    await issuer.close();
  });

  it('are good when they are of the portal’s issuer and for its audience', async () => {
    const answer = await ask(portal, APP, await issuer.sign());
    const session = await answer.json();
    assert.deepEqual(
      [answer.status, session.user.name, session.modules[0].manifest.id],
      [200, 'Grace Hopper', 'figures'],
    );
    const list = await fromApp(`${portal.url}${NAMESPACES}`, APP, {authorization: `Bearer ${await issuer.sign()}`});
    assert.equal(list.status, 200);
  });

  it('are refused in every other case, with the reason', async () => {
    const past = Math.floor(Date.now() / 1000) - 10;
    const bad: Readonly<Record<string, string>> = {
      'wrong audience': await issuer.sign({aud: 'somebody-else'}),
      'wrong issuer': await issuer.sign({iss: 'https://evil.example'}),
      expired: await issuer.sign({exp: past}),
      'without an end': await issuer.sign({exp: undefined}),
      'an id token': await issuer.sign({nonce: 'n'}),
      'for nobody': await issuer.sign({sub: undefined}),
      forged: await issuer.forge(),
      'no token': 'x.y.z',
    };
    for (const [what, token] of Object.entries(bad)) {
      const response = await ask(portal, APP, token);
      assert.equal(response.headers.get('access-control-allow-origin'), APP, what);
      assert.deepEqual(await codeOf(response), [401, 'EMBED_TOKEN_REFUSED'], what);
    }
    assert.deepEqual(await codeOf(await ask(portal, 'https://evil.example', await issuer.sign())), [
      403,
      'CROSS_SITE_REFUSED',
    ]);
  });

  it('are no tokens of the window and cannot be exchanged', async () => {
    const headers = {authorization: `Bearer ${await issuer.sign()}`};
    const response = await fromApp(`${portal.url}/embed/token`, APP, headers, {method: 'POST'});
    assert.deepEqual(await codeOf(response), [401, 'EMBED_TOKEN_REFUSED']);
  });
});

describe('a portal that names no audience', () => {
  it('accepts no access token of another page', async () => {
    const issuer = await startTokenIssuer('openchoreo');
    const portal = await startTestPortal({
      modules: MODULES,
      environment: {OIDC_ISSUER: issuer.issuer, OIDC_CLIENT_ID: 'portal', EMBED_ORIGINS: APP},
    });
    try {
      assert.deepEqual(await codeOf(await ask(portal, APP, await issuer.sign())), [401, 'EMBED_TOKEN_REFUSED']);
    } finally {
      await portal.close();
      await issuer.close();
    }
  });
});
