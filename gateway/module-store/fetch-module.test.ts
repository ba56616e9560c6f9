import assert from 'node:assert/strict';
import {createServer, type RequestListener, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {after, before, describe, it} from 'node:test';
import {manifest} from '../testing/write-build.ts';
import {checkSource} from './check-source.ts';
import {fetchModule} from './fetch-module.ts';
import {toIntegrity} from './integrity.ts';
import {LIMITS} from './limits.ts';

const CODE = 'export const page = 1;';
const digest = toIntegrity(Buffer.from(CODE));

describe('fetching a module', () => {
  let server: Server;
  let origin: string;
  let port: number;
  const answers = new Map<string, RequestListener>();
  before(async () => {
    server = createServer((request, response) => {
      const answer = answers.get(request.url ?? '');
      if (answer) answer(request, response);
      else response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    ({port} = server.address() as AddressInfo);
    origin = `http://localhost:${port}`;
    const json =
      (data: unknown): RequestListener =>
      (_request, response) =>
        response.end(JSON.stringify(data));
    answers.set('/own/manifest.json', json(manifest('shop', {files: {'page.js': digest}})));
    answers.set('/own/page.js', (_request, response) => response.end(CODE));
    answers.set('/bare/manifest.json', json(manifest('bare')));
    answers.set('/consumer.json', json({id: 'old', name: 'Old', version: '1.0', entryPoint: '/own/page.js'}));
    answers.set('/moved', (_request, response) => response.writeHead(302, {location: '/own/manifest.json'}).end());
    answers.set('/away', (_request, response) => response.writeHead(302, {location: 'http://example.com/'}).end());
    answers.set('/file', (_request, response) => response.writeHead(302, {location: 'file:///etc/passwd'}).end());
    answers.set('/loop', (_request, response) => response.writeHead(302, {location: '/loop'}).end());
    answers.set('/huge', (_request, response) => {
      for (let part = 0; part < 20; part += 1) response.write(Buffer.alloc(LIMITS.manifestBytes / 10));
      response.end();
    });
  });
  after(() => new Promise((resolve) => server.close(resolve)));

  const outcome = async (address: string, rules: Parameters<typeof fetchModule>[1] = {}): Promise<unknown> => {
    try {
      return [...(await fetchModule(address, rules)).keys()];
    } catch (error) {
      return (error as Error).message;
    }
  };

  it('takes what its manifest lists, over a redirect, too', async () => {
    assert.deepEqual(await outcome(`${origin}/own/manifest.json`), ['manifest.json', 'page.js']);
    assert.deepEqual(await outcome(`${origin}/moved`), ['manifest.json', 'page.js']);
    assert.match(String(await outcome(`${origin}/bare/manifest.json`)), /does not list the module's files/);
  });

  it("takes a consumer's bundle from where its manifest says", async () => {
    const files = await fetchModule(`${origin}/consumer.json`, {});
    assert.deepEqual(JSON.parse(Buffer.from(files.get('manifest.json') ?? []).toString()), {
      id: 'old',
      name: 'Old',
      version: '1.0',
      entryPoint: 'bundle.js',
    });
    assert.equal(Buffer.from(files.get('bundle.js') ?? []).toString(), CODE);
  });

  it('refuses what is too large, is not there, or goes round in a circle', async () => {
    assert.match(String(await outcome(`${origin}/huge`)), /larger than 1048576 bytes/);
    assert.match(String(await outcome(`${origin}/nothing`)), /status 404/);
    assert.match(String(await outcome(`${origin}/loop`)), /from one address to the next/);
  });

  it('goes nowhere else: not by a redirect, not by another scheme, not with a password', async () => {
    assert.match(String(await outcome(`${origin}/away`)), /No module is fetched from http:\/\/example\.com/);
    assert.match(String(await outcome(`${origin}/file`)), /does not begin with http/);
    assert.match(String(await outcome('file:///etc/passwd')), /does not begin with http/);
    assert.match(String(await outcome(`http://a:b@localhost:${port}/`)), /a name or a password/);
    assert.match(String(await outcome('http://169.254.169.254/latest')), /this machine only/);
    assert.match(
      String(await outcome(`${origin}/own/manifest.json`, {allow: ['modules.example.com']})),
      /does not name the host/,
    );
    assert.deepEqual(await outcome(`${origin}/own/manifest.json`, {allow: [`localhost:${port}`]}), ['manifest.json', 'page.js']); // prettier-ignore
  });

  it('looks at where a name leads', async () => {
    const leads = async (to: string, host = 'modules.example.com'): Promise<string> => {
      const lookup = async () => [{address: to, family: to.includes(':') ? 6 : 4}];
      try {
        await checkSource(new URL(`https://${host}/m.json`), {allow: ['modules.example.com'], lookup});
        return 'allowed';
      } catch (error) {
        return (error as Error).message;
      }
    };
    for (const address of [
      '127.0.0.1',
      '::1',
      '169.254.169.254',
      '0.0.0.0',
      'fe80::1',
      '::ffff:169.254.169.254',
      '::ffff:127.0.0.1',
    ]) {
      assert.match(await leads(address), /its host leads to/, address);
    }
    assert.equal(await leads('93.184.215.14'), 'allowed');
    assert.equal(await leads('10.1.2.3'), 'allowed', 'an operator may name a host of the own network');
    const lookup = async () => [{address: '10.0.0.1', family: 4}];
    await assert.rejects(checkSource(new URL('http://localhost/'), {lookup}), /leads to 10\.0\.0\.1/);
  });
});
