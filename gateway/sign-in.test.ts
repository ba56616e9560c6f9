import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {auditRecords, sessions} from './database/index.ts';
import {Browser} from './testing/browser.ts';
import {startForeignProvider} from './testing/foreign-provider.ts';
import {freePort, startTestPortal, type TestPortal} from './testing/test-portal.ts';

interface LogLine {
  readonly level: string;
  readonly msg: string;
  readonly err: {readonly code: string; readonly cause?: {readonly error?: string}};
}

describe('signing in', () => {
  let portal: TestPortal;
  before(async () => {
    // Tokens are renewed 30 s before they run out: with 31 s that happens within the test.
    portal = await startTestPortal({accessTokenSeconds: 31});
  });
  after(() => portal.close());

  it('leads from any page through the provider back to that page', async () => {
    const browser = portal.browser();
    const page = await browser.signIn('developer', '/catalog/components?namespace=acme&q=caf%C3%A9');
    assert.equal(page.status, 200);
    assert.equal(browser.address, '/catalog/components?namespace=acme&q=caf%C3%A9');
    const session = await (await browser.request('/api/portal/session')).json();
    assert.deepEqual(session.user, {
      id: 'developer',
      name: 'Dana Devlin',
      email: 'developer@acme.example',
      groups: ['developers'],
    });
  });

  it('shows five people on a page that needs no script and has none', async () => {
    const browser = portal.browser();
    const page = await browser.open('/');
    const html = await page.text();
    assert.equal((html.match(/<button name="person"/g) ?? []).length, 5);
    assert.doesNotMatch(html, /<script/);
    assert.match(page.headers.get('content-security-policy') ?? '', /default-src 'none'.*frame-ancestors 'none'/);
    const german = await (await browser.request(browser.address, {headers: {'accept-language': 'de-CH'}})).text();
    assert.match(german, /lang="de".*Am OpenChoreo Portal anmelden/s);
  });

  it('gives the browser one HttpOnly cookie and no token', async () => {
    const browser = portal.browser();
    const lines: string[] = [];
    const request = browser.request.bind(browser);
    browser.request = async (...args) => {
      const response = await request(...args);
      lines.push(...response.headers.getSetCookie());
      return response;
    };
    await browser.signIn('developer');
    const cookie = lines.find((line) => line.startsWith('portal-session='));
    assert.match(cookie ?? '', /HttpOnly/);
    assert.match(cookie ?? '', /SameSite=Lax/);
    assert.match(cookie ?? '', /Path=\//);
    assert.ok(!lines.join().includes('eyJ'), 'no cookie holds a JWT');
  });

  it('renews the access token while the session is used', async () => {
    const browser = portal.browser();
    await browser.signIn('admin');
    const sealed = async (): Promise<string | undefined> => {
      const rows = await portal.database.select().from(sessions);
      return rows.find(({userId}) => userId === 'admin')?.tokens;
    };
    const before = await sealed();
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const answers = await Promise.all([1, 2, 3].map(() => browser.request('/api/openchoreo/api/v1/namespaces')));
    assert.deepEqual(
      answers.map(({status}) => status),
      [200, 200, 200],
    );
    assert.notEqual(await sealed(), before);
  });

  it('survives a restart', async () => {
    const browser = portal.browser();
    await browser.signIn('sre');
    await portal.restart();
    assert.equal((await browser.request('/api/portal/session')).status, 200);
    assert.equal((await browser.request('/api/openchoreo/api/v1/namespaces')).status, 200);
  });

  it('never leads to another site', async () => {
    for (const elsewhere of ['https://evil.example/', '//evil.example', '/\\evil.example', '/.//evil.example']) {
      const browser = portal.browser();
      await browser.signIn('developer', `/auth/sign-in?return=${encodeURIComponent(elsewhere)}`);
      assert.equal(browser.address, '/');
      // Signed in already, the answer is the redirect itself.
      const again = await browser.request(`/auth/sign-in?return=${encodeURIComponent(elsewhere)}`);
      assert.equal(again.headers.get('location'), `${portal.url}/`);
    }
  });

  it('refuses a callback that was begun elsewhere, with a way to try again', async () => {
    const page = await portal.browser().request('/auth/callback?code=stolen&state=forged');
    const html = await page.text();
    assert.equal(page.status, 400);
    assert.match(html, /SIGN_IN_FAILED/);
    assert.match(html, /href="\/auth\/sign-in/);
  });

  it('refuses a code that does not belong to the state', async () => {
    const browser = portal.browser();
    const start = await browser.request('/auth/sign-in');
    const state = new URL(start.headers.get('location') ?? '').searchParams.get('state');
    const page = await browser.request(`/auth/callback?code=stolen&state=${state}&iss=${portal.url}/idp`);
    assert.equal(page.status, 400);
    assert.match(await page.text(), /SIGN_IN_FAILED/);
    assert.equal(browser.cookie('portal-session'), undefined);
  });

  it('that failed is in the log with its cause, and in the audit trail', async () => {
    const warned = portal.logged
      .map((line) => JSON.parse(line) as LogLine)
      .filter(({msg}) => msg === 'a sign-in failed');
    assert.ok(warned.length >= 2);
    assert.ok(warned.every(({level, err}) => level === 'warn' && err.code === 'SIGN_IN_FAILED'));
    assert.ok(
      warned.some(({err}) => err.cause?.error === 'invalid_grant'),
      JSON.stringify(warned),
    );
    const records = await portal.database.select().from(auditRecords);
    const failed = records.filter(({action, status}) => action === 'sign-in' && status === 400);
    assert.equal(failed.length, warned.length);
    assert.ok(failed.every(({userId}) => userId === null));
  });

  it('takes a forged, cut or foreign cookie for no session', async () => {
    for (const forged of ['x'.repeat(43), 'A', `${'A'.repeat(43)}; admin=true`, '../../etc/passwd', '%00']) {
      const browser = portal.browser();
      browser.setCookie('portal-session', forged);
      assert.equal((await browser.request('/api/portal/session')).status, 401);
      assert.equal((await browser.request('/')).status, 302);
    }
  });

  it('answers 401 with SESSION_EXPIRED to programs without a session', async () => {
    for (const path of [
      '/api/portal/session',
      '/api/portal/events',
      '/api/openchoreo/api/v1/namespaces',
      '/api/portal/modules',
    ]) {
      const response = await portal.browser().request(path);
      const problem = await response.json();
      assert.deepEqual([response.status, problem.code], [401, 'SESSION_EXPIRED'], path);
      assert.equal(response.headers.get('content-type'), 'application/problem+json');
    }
  });

  it('keeps the reason of every sign-in and sign-out in the audit trail', async () => {
    const browser = portal.browser();
    await browser.signIn('platform-engineer');
    await browser.request('/auth/sign-out', {method: 'POST', headers: {origin: portal.url}});
    const records = await portal.database.select().from(auditRecords);
    const own = records.filter(({userId}) => userId === 'platform-engineer').map(({action}) => action);
    assert.deepEqual(own, ['sign-in', 'sign-out']);
  });

  describe('out again', () => {
    it('ends the session and, through one page, the session of the provider', async () => {
      const browser = portal.browser();
      await browser.signIn('developer');
      const leaving = await browser.request('/auth/sign-out', {method: 'POST', headers: {origin: portal.url}});
      const html = await leaving.text();
      const url = /content="0;url=([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
      assert.match(url, /\/idp\/session\/end\?/);
      assert.equal((await browser.request('/api/portal/session')).status, 401);
      const form = await (await browser.open(url)).text();
      const xsrf = /name="xsrf" value="([^"]+)"/.exec(form)?.[1] ?? '';
      const done = await browser.open('/idp/session/end/confirm', {
        method: 'POST',
        body: new URLSearchParams({xsrf, logout: 'yes'}).toString(),
        headers: {'content-type': 'application/x-www-form-urlencoded'},
      });
      assert.equal(browser.address.split('?')[0], '/auth/signed-out');
      assert.match(await done.text(), /You are signed out/);
      await browser.open('/');
      assert.match(browser.address, /^\/idp\/sign-in\//, 'the provider asks again who it is');
    });

    it('is no harm without a session, and no link', async () => {
      const browser = portal.browser();
      const out = await browser.request('/auth/sign-out', {method: 'POST', headers: {origin: portal.url}});
      assert.equal(out.headers.get('location'), `${portal.url}/auth/signed-out`);
      assert.equal((await browser.request('/auth/sign-out')).status, 404);
    });
  });
});

describe('signing in with a password', () => {
  it('takes the right one only, and stops guessing', async () => {
    const portal = await startTestPortal({environment: {DEMO_PASSWORD: 'correct horse'}});
    try {
      const browser = portal.browser();
      assert.match(await (await browser.open('/')).text(), /type="password"/);
      const wrong = await browser.signIn('admin', '/', 'battery staple');
      assert.equal(wrong.status, 400);
      assert.match(await wrong.text(), /The password is not right/);
      const right = await browser.signIn('admin', '/', 'correct horse');
      assert.equal(right.status, 200);
      const guesser = portal.browser();
      const statuses: number[] = [];
      for (let guess = 0; guess < 12; guess += 1)
        statuses.push((await guesser.signIn('admin', '/', `${guess}`)).status);
      assert.equal(statuses.at(-1), 429);
    } finally {
      await portal.close();
    }
  });
});

describe('signing in behind a proxy that speaks https', () => {
  it('works with a __Host- cookie although the portal itself cannot reach its public address', async () => {
    const portal = await startTestPortal({
      environment: {PUBLIC_URL: 'https://portal.example.test', DEMO_PASSWORD: 'correct horse'},
    });
    try {
      const browser = new Browser('https://portal.example.test', `http://127.0.0.1:${portal.port}`);
      const page = await browser.signIn('developer', '/x?namespace=acme', 'correct horse');
      assert.equal(page.status, 200);
      assert.equal(browser.address, '/x?namespace=acme');
      assert.ok(browser.cookie('__Host-portal-session'));
      assert.ok(page.headers.get('strict-transport-security'));
      assert.equal((await browser.request('/api/openchoreo/api/v1/namespaces')).status, 200);
    } finally {
      await portal.close();
    }
  });
});

describe('another provider', () => {
  it('that does not answer is said on the page, and asked again at the next try', async () => {
    const environment = {OIDC_ISSUER: 'http://127.0.0.1:9', OIDC_CLIENT_ID: 'portal', OIDC_CLIENT_SECRET: 'secret'};
    const portal = await startTestPortal({environment});
    try {
      const page = await portal.browser().open('/');
      assert.equal(page.status, 503);
      const html = await page.text();
      assert.match(html, /IDENTITY_UNAVAILABLE/);
      assert.match(html, /href="\/auth\/sign-in\?return=%2F"/);
    } finally {
      await portal.close();
    }
  });

  it('is any OpenID Connect provider whose tokens the platform accepts', async () => {
    const port = await freePort();
    const provider = await startForeignProvider(`http://localhost:${port}`);
    const portal = await startTestPortal({
      environment: {
        PORT: String(port),
        OIDC_ISSUER: provider.issuer,
        OIDC_CLIENT_ID: 'portal',
        OIDC_CLIENT_SECRET: 'a secret of some length',
      },
    });
    try {
      const browser = portal.browser();
      const start = await browser.request('/auth/sign-in?return=%2Fcatalog');
      const address = start.headers.get('location') ?? '';
      assert.ok(address.startsWith(`${provider.issuer}/auth?`));
      const back = await browser.request(await provider.signIn(address));
      assert.equal(back.headers.get('location'), `${portal.url}/catalog`);
      const {user} = await (await browser.request('/api/portal/session')).json();
      assert.deepEqual(user, {id: 'grace', name: 'Grace Hopper', email: 'grace@example.com', groups: []});
      assert.equal((await browser.request('/api/openchoreo/api/v1/namespaces')).status, 200);
    } finally {
      await portal.close();
      await provider.close();
    }
  });
});
