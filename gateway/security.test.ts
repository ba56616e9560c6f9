import assert from 'node:assert/strict';
import {connect} from 'node:net';
import {after, before, describe, it} from 'node:test';
import {Metrics} from './observability/index.ts';
import {ClientFiles} from './static/index.ts';
import type {Browser} from './testing/browser.ts';
import {startTestPortal, type TestPortal} from './testing/test-portal.ts';
import {manifest} from './testing/write-build.ts';

describe('the gateway', () => {
  let portal: TestPortal;
  let developer: Browser;
  before(async () => {
    const files = {'page-abcdef12.js': 'export class Page {}'.repeat(100)};
    portal = await startTestPortal({modules: [{id: 'catalog', manifest: manifest('catalog'), files}]});
    developer = portal.browser();
    await developer.signIn('developer');
  });
  after(() => portal.close());

  describe('refuses what another site sends', () => {
    const headers: Readonly<Record<string, Record<string, string>>> = {
      'with its origin': {origin: 'https://evil.example'},
      'with an opaque origin': {origin: 'null'},
      'as the browser says': {'sec-fetch-site': 'cross-site'},
      'from a sibling of the domain': {'sec-fetch-site': 'same-site', origin: 'http://other.localhost:7007'},
    };
    for (const [how, sent] of Object.entries(headers)) {
      it(how, async () => {
        for (const path of ['/api/openchoreo/api/v1/namespaces', '/auth/sign-out', '/api/portal/preferences']) {
          const response = await developer.request(path, {method: 'POST', body: '{}', headers: sent});
          const {code} = await response.json();
          assert.deepEqual([response.status, code], [403, 'CROSS_SITE_REFUSED'], path);
        }
        assert.equal((await developer.request('/api/portal/session')).status, 200, 'still signed in');
      });
    }

    it('and lets links from there in', async () => {
      const page = await developer.request('/', {
        headers: {'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'document'},
      });
      assert.equal(page.status, 200);
    });
  });

  describe('limits', () => {
    it('bodies that say they are too large, and those that do not', async () => {
      const large = 'x'.repeat(1024 * 1024 + 1);
      const chunked = new ReadableStream({
        start(controller) {
          controller.enqueue(new TextEncoder().encode(large));
          controller.close();
        },
      });
      for (const body of [large, chunked]) {
        const response = await developer.request('/api/openchoreo/api/v1/namespaces', {
          method: 'POST',
          body,
          duplex: 'half',
        });
        assert.deepEqual([response.status, (await response.json()).code], [413, 'REQUEST_TOO_LARGE']);
      }
    });

    it('addresses', async () => {
      const response = await developer.request(`/?q=${'x'.repeat(9000)}`);
      assert.deepEqual([response.status, (await response.json()).code], [414, 'REQUEST_TOO_LARGE']);
    });

    it('headers, and says 400 to what is no HTTP', async () => {
      assert.match(
        await raw(portal.port, `GET / HTTP/1.1\r\nhost: x\r\ncookie: ${'a'.repeat(40_000)}\r\n\r\n`),
        /^HTTP\/1\.1 431/,
      );
      assert.match(await raw(portal.port, 'THIS IS NOT HTTP\r\n\r\n'), /^HTTP\/1\.1 400/);
      assert.match(
        await raw(portal.port, 'GET / HTTP/1.1\r\nhost: [::bad\r\nconnection: close\r\n\r\n'),
        /^HTTP\/1\.1 400/,
      );
      assert.equal((await developer.request('/healthz')).status, 200);
    });
  });

  describe('serves files', () => {
    it('for ever only when the hash is there to see', () => {
      const files = new ClientFiles(import.meta.dirname);
      const isHashed = (path: string): boolean => files.isHashed(path);
      assert.ok(
        ['/assets/shell-BOW9QzzX.js', '/assets/lib-H7b9J8Ud/lit.js', '/m/a/1.0.0/x-_NYQiKTL.js'].every(isHashed),
      );
      assert.ok(
        !['/m/a-settings/1.0.0/page-settings.js', '/assets/messages.en.json', '/m/a/1.0.0-rc/x.json'].some(isHashed),
      );
    });

    it('small, and for ever when their name says what is in them', async () => {
      const plain = await portal
        .browser()
        .request('/assets/shell-abcdef12.js', {headers: {'accept-encoding': 'identity'}});
      assert.equal(plain.headers.get('content-encoding'), null);
      for (const [accepted, encoding] of [
        ['gzip, deflate, br', 'br'],
        ['gzip', 'gzip'],
        ['br;q=0, gzip', 'gzip'],
      ]) {
        const response = await portal
          .browser()
          .request('/assets/shell-abcdef12.js', {headers: {'accept-encoding': accepted ?? ''}});
        assert.equal(response.headers.get('content-encoding'), encoding);
        assert.equal(response.headers.get('content-type'), 'text/javascript; charset=utf-8');
        assert.equal(response.headers.get('cache-control'), 'public, max-age=31536000, immutable');
        assert.match(await response.text(), /^console\.log\('shell'\)/);
      }
    });

    it('whose names may stay only when they have not changed', async () => {
      const first = await portal.browser().request('/assets/messages.en.json');
      const etag = first.headers.get('etag') ?? '';
      assert.equal(first.headers.get('cache-control'), 'no-cache');
      const again = await portal.browser().request('/assets/messages.en.json', {headers: {'if-none-match': etag}});
      assert.deepEqual([again.status, await again.text()], [304, '']);
    });

    it('of a module to those who have the module', async () => {
      const path = '/m/catalog/1.0.0/page-abcdef12.js';
      assert.equal(
        (await developer.request(path)).headers.get('cache-control'),
        'private, max-age=31536000, immutable',
      );
      assert.equal((await portal.browser().request(path)).status, 401);
      assert.equal((await developer.request('/m/catalog/2.0.0/page-abcdef12.js')).status, 404);
    });

    it('and nothing beside them, never a page in their stead', async () => {
      for (const path of [
        '/assets/none-abcdef12.js',
        '/assets/',
        '/assets/../portal.json',
        '/assets/..%2fportal.json',
        '/assets/%2e%2e/portal.json',
        '/assets/..%5cportal.json',
        '/assets/%00',
        '/assets/shell-abcdef12.js.br',
        '/m/',
        '/m/catalog/1.0.0/../../../portal.json',
        '/m/catalog/1.0.0/..%2f..%2f..%2findex.html',
        '/m/__proto__/1.0.0/x.js',
        '/portal.json',
        '/index.html.map',
      ]) {
        const line = await raw(
          portal.port,
          `GET ${path} HTTP/1.1\r\nhost: localhost:${portal.port}\r\nconnection: close\r\n\r\n`,
        );
        assert.match(line, /^HTTP\/1\.1 (404|401)/, path);
        assert.doesNotMatch(line, /<html|importMap/, path);
      }
    });
  });

  it('answers unknown paths of its API with a problem document', async () => {
    for (const path of ['/api/nothing', '/api/portal/nothing', '/auth/nothing', '/api/openchoreo']) {
      const response = await developer.request(path);
      assert.deepEqual([response.status, (await response.json()).code], [404, 'NOT_FOUND'], path);
    }
    assert.equal((await developer.request('/api/portal/session', {method: 'DELETE'})).status, 404);
  });

  it('answers unknown paths of the platform as the platform does', async () => {
    const response = await developer.request('/api/openchoreo/api/v1/nothing');
    assert.deepEqual([response.status, (await response.json()).code], [404, 'NOT_FOUND']);
  });

  it('sends the same headers with everything', async () => {
    for (const path of ['/', '/healthz', '/api/portal/session', '/assets/none.js', '/auth/signed-out']) {
      const {headers} = await developer.request(path);
      assert.equal(headers.get('x-content-type-options'), 'nosniff', path);
      assert.equal(headers.get('referrer-policy'), 'same-origin', path);
      assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'.*frame-ancestors 'none'/, path);
      assert.ok(headers.get('x-request-id'), path);
    }
  });

  it('sends with its scripts what is said of scripts, and nothing that is said of documents', async () => {
    const {headers} = await developer.request('/assets/shell-abcdef12.js');
    assert.deepEqual(
      ['content-type', 'x-content-type-options', 'cross-origin-resource-policy', 'content-security-policy', 'referrer-policy'].map((name) => headers.get(name)),
      ['text/javascript; charset=utf-8', 'nosniff', 'same-origin', null, null],
    ); // prettier-ignore
  });

  it('knows itself by one name: 127.0.0.1 is led to localhost', async () => {
    const response = await fetch(`http://127.0.0.1:${portal.port}/x?y=1`, {redirect: 'manual'});
    assert.equal(response.headers.get('location'), `${portal.url}/x?y=1`);
  });

  it('keeps cookies, tokens and codes out of its log', async () => {
    const cookie = developer.cookie('portal-session') ?? '';
    await developer.request('/auth/callback?code=very-secret-code&state=x');
    const log = portal.logged.join('');
    assert.match(log, /"path":"\/auth\/callback"/);
    for (const secret of [cookie, 'very-secret-code', 'eyJhbGci']) assert.ok(!log.includes(secret), secret);
  });

  it('counts requests and sessions for Prometheus', async () => {
    const text = await (await developer.request('/metrics')).text();
    assert.match(text, /portal_http_request_duration_seconds_count\{route="page",method="GET",status="200"\} \d+/);
    assert.match(
      text,
      /portal_platform_call_duration_seconds_count\{api="openchoreo",method="GET",outcome="200"\} \d+/,
    );
    assert.match(text, /portal_sessions 1\n/);
    assert.match(text, /process_resident_memory_bytes \d+/);
  });

  it('counts the rest when the database does not answer', async () => {
    const metrics = new Metrics({countSessions: () => Promise.reject(new Error('the database is gone'))});
    const {text} = await metrics.render();
    assert.match(text, /process_resident_memory_bytes \d+/);
    assert.doesNotMatch(text, /^portal_sessions/m);
  });
});

/** What the server answers to these bytes. */
function raw(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    socket.setTimeout(2000, () => socket.destroy());
    socket.on('data', (chunk) => (answer += String(chunk)));
    socket.on('error', reject);
    socket.on('close', () => resolve(answer));
  });
}
