import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Boot, Composition} from '@openchoreo/portal-contract';
import {auditRecords} from './database/index.ts';
import type {Browser} from './testing/browser.ts';
import {openEvents} from './testing/event-reader.ts';
import {startTestPortal, type TestPortal} from './testing/test-portal.ts';
import {manifest} from './testing/write-build.ts';

const BINDINGS = '/api/openchoreo/api/v1/clusterauthzrolebindings';
const ROLES = '/api/openchoreo/api/v1/clusterauthzroles';

/** A file of each kind that a module may have. */
const FILES = {
  'page-abcdef12.js': 'export class Page {}',
  'shared-abcdef12.js': 'export const shared = 1;',
  'styles-abcdef12.css': 'p {color: red}',
  'picture-abcdef12.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'data-abcdef12.json': '{"secret": 1}',
};

describe('permissions', () => {
  let portal: TestPortal;
  let admin: Browser;
  let developer: Browser;
  before(async () => {
    portal = await startTestPortal({
      heartbeat: 100,
      modules: [
        {id: 'home', manifest: manifest('home', {routes: {base: '/', definitions: []}})},
        {
          id: 'vault',
          manifest: manifest('vault', {
            permissions: ['export:data'],
            messages: {en: 'messages.en.json'},
            routes: {
              base: '/vault',
              definitions: [{path: '/', component: {entry: 'page-abcdef12.js', export: 'Page'}}],
            },
          }),
          messages: {en: {title: 'The vault'}},
          files: FILES,
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
  const bootOf = async (browser: Browser, path: string): Promise<Boot> => {
    const page = await (await browser.request(path, {headers: {accept: 'text/html'}})).text();
    return JSON.parse(/id="portal-boot">(.*?)<\/script>/s.exec(page)?.[1] ?? '') as Boot;
  };
  const idsOf = async (browser: Browser): Promise<readonly string[]> => {
    const {modules} = (await (await browser.request('/api/portal/composition')).json()) as Composition;
    return modules.map(({id}) => id);
  };
  const exporting = {
    metadata: {name: 'developers-export'},
    spec: {
      entitlement: {claim: 'groups', value: 'developers'},
      roleMappings: [{roleRef: {kind: 'ClusterAuthzRole', name: 'exporter'}}],
    },
  };

  describe('of the module level', () => {
    const paths = [...Object.keys(FILES), 'manifest.json', 'manifest.json?lang=en', 'messages.en.json'].map(
      (file) => `/m/vault/1.0.0/${file}`,
    );

    it('keep every file of a module from those who may not have it, and from those who are not signed in', async () => {
      const rows = [];
      for (const path of paths) {
        const answers = await Promise.all([admin, developer, portal.browser()].map((one) => one.request(path)));
        rows.push([path, ...answers.map(({status}) => status)]);
      }
      assert.deepEqual(
        rows,
        paths.map((path) => [path, 200, 404, 401]),
      );
    });

    it('let nobody around them by another way to write the path', async () => {
      const statuses = [];
      for (const path of [
        '/m/vault/1.0.0/%70age-abcdef12.js',
        '/m/home/1.0.0/../../vault/1.0.0/page-abcdef12.js',
        '/m/home/1.0.0/..%2f..%2fvault/1.0.0/page-abcdef12.js',
        '/m/home/1.0.0//m/vault/1.0.0/page-abcdef12.js',
        '/assets/../m/vault/1.0.0/page-abcdef12.js',
        '/assets/..%2fm/vault/1.0.0/page-abcdef12.js',
        '/m/VAULT/1.0.0/page-abcdef12.js',
        '/m/vault/1.0.0/page-abcdef12.js.br',
      ]) {
        statuses.push((await developer.request(path)).status);
      }
      assert.deepEqual([...new Set(statuses)], [404]);
    });

    it('keep manifest, texts and preloads of the module out of the page', async () => {
      const page = await (await developer.request('/vault', {headers: {accept: 'text/html'}})).text();
      const partsOf = async (browser: Browser): Promise<readonly boolean[]> => {
        const {manifests, messages, composition} = await bootOf(browser, '/vault');
        return ['vault' in manifests, 'vault' in messages, composition.modules.some(({id}) => id === 'vault')];
      };
      assert.deepEqual(await partsOf(developer), [false, false, false]);
      assert.ok(!page.includes('page-abcdef12.js') && !page.includes('The vault'));
      assert.deepEqual(await partsOf(admin), [true, true, true]);
    });
  });

  it('follow a change of roles at once, in caches and in open tabs', async () => {
    await write(admin, 'POST', ROLES, {metadata: {name: 'exporter'}, spec: {actions: ['export:data']}});
    const events = await openEvents(developer);
    const first = await events.next('composition');
    // Whatever remembers has something to remember now.
    assert.deepEqual(await idsOf(developer), ['home']);
    assert.equal((await bootOf(developer, '/')).profile?.profile.capabilities['export:data'], undefined);

    const begun = performance.now();
    assert.equal((await write(admin, 'POST', BINDINGS, exporting)).status, 201);
    assert.deepEqual(await events.next('permissions'), {});
    const second = await events.next('composition');
    const milliseconds = performance.now() - begun;
    assert.ok(milliseconds < 2000, `${milliseconds} ms`);
    assert.notDeepEqual(second, first);
    assert.deepEqual(await idsOf(developer), ['home', 'vault']);
    assert.equal((await developer.request('/m/vault/1.0.0/page-abcdef12.js')).status, 200);
    const {profile} = (await bootOf(developer, '/')).profile ?? {};
    assert.deepEqual(profile?.capabilities['export:data']?.allowed, [{path: '*'}]);

    assert.equal((await write(admin, 'DELETE', `${BINDINGS}/developers-export`)).status, 204);
    await events.next('permissions');
    assert.deepEqual(await events.next('composition'), first);
    assert.equal((await developer.request('/m/vault/1.0.0/page-abcdef12.js')).status, 404);
    events.close();
  });

  it('count under their conditions only: by environment, by place, and never when a condition cannot be told', async () => {
    const bind = (name: string, expression: string): Promise<Response> =>
      write(admin, 'POST', BINDINGS, {
        metadata: {name},
        spec: {
          entitlement: {claim: 'groups', value: 'developers'},
          roleMappings: [
            {
              roleRef: {kind: 'ClusterAuthzRole', name: 'deployer'},
              scope: {namespace: 'acme'},
              conditions: [{actions: ['releasebinding:delete'], expression}],
            },
          ],
        },
      });
    const ask = async (namespace: string, environment?: string): Promise<boolean> => {
      const [answer] = (await (
        await write(developer, 'POST', '/api/openchoreo/api/v1/authz/evaluates', [
          {
            action: 'releasebinding:delete',
            resource: {type: 'releasebinding', hierarchy: {namespace}},
            ...(environment && {context: {resource: {environment}}}),
          },
        ])
      ).json()) as {decision: boolean}[];
      return answer?.decision ?? false;
    };
    await write(admin, 'POST', ROLES, {metadata: {name: 'deployer'}, spec: {actions: ['releasebinding:delete']}});
    assert.equal((await bind('deployers', 'resource.environment == "acme/development"')).status, 201);
    assert.deepEqual(
      [
        await ask('acme', 'acme/development'),
        await ask('acme', 'acme/production'),
        await ask('acme'),
        await ask('other', 'acme/development'),
      ],
      [true, false, false, false],
    );
    const bindings = '/api/openchoreo/api/v1/namespaces/acme/releasebindings';
    const listed = await (await developer.request(`${bindings}?limit=100`)).json();
    const nameIn = (environment: string): string | undefined =>
      (listed as {items: {metadata: {name: string}; spec: {environment: string}}[]}).items.find(
        ({spec}) => spec.environment === environment,
      )?.metadata.name;
    assert.deepEqual(
      [
        (await write(developer, 'DELETE', `${bindings}/${nameIn('production')}`)).status,
        (await write(developer, 'DELETE', `${bindings}/${nameIn('development')}`)).status,
      ],
      [403, 204],
    );
    const broken = await bind('broken', 'resource.environment ===== "acme/production"');
    assert.equal(broken.status, 422, await broken.text());
    // Parses, and speaks of what no request carries.
    await bind('unknown', 'resource.moonPhase == "full"');
    assert.equal(await ask('acme', 'acme/production'), false);
    for (const name of ['deployers', 'unknown']) await write(admin, 'DELETE', `${BINDINGS}/${name}`);
  });

  it('are those of the person, whatever module a call claims to come from; the claim is recorded as far as it holds', async () => {
    const projects = '/api/openchoreo/api/v1/namespaces/acme/projects';
    const claim = async (browser: Browser, module: string): Promise<unknown> => {
      const response = await browser.request(projects, {
        method: 'POST',
        headers: {'content-type': 'application/json', origin: portal.url, 'x-portal-module': module},
        body: JSON.stringify({metadata: {name: `by-${module.replaceAll(/\W/g, '-')}`}}),
      });
      const records = await portal.database.select().from(auditRecords);
      const {userId, status, module: recorded} = records.at(-1) ?? {};
      return [response.status, userId, status, recorded];
    };
    assert.deepEqual(
      [
        await claim(admin, 'vault@1.0.0'),
        await claim(admin, 'vault@6.6.6'),
        await claim(developer, 'home@1.0.0'),
        // The developer's session does not have it.
        await claim(developer, 'vault@1.0.0'),
        await claim(admin, 'nobody@1.0.0'),
      ],
      [
        [201, 'admin', 201, 'vault@1.0.0'],
        [201, 'admin', 201, 'vault'],
        [403, 'developer', 403, 'home@1.0.0'],
        [403, 'developer', 403, 'unconfirmed: vault@1.0.0'],
        [400, 'admin', 400, 'unconfirmed: nobody@1.0.0'],
      ],
    );
  });
});
