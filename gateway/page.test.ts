import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Boot} from '@openchoreo/portal-contract';
import type {Browser} from './testing/browser.ts';
import {startTestPortal, type TestPortal} from './testing/test-portal.ts';
import {manifest} from './testing/write-build.ts';

describe('the page', () => {
  let portal: TestPortal;
  let developer: Browser;
  before(async () => {
    portal = await startTestPortal({
      modules: [
        {
          id: 'dashboard',
          manifest: manifest('dashboard', {
            extensionPoints: [{id: 'dashboard.cards', schema: {}}],
            routes: {
              base: '/',
              definitions: [{path: '/', title: '%title%', component: {entry: 'page-abcdef12.js', export: 'Page'}}],
            },
            messages: {en: 'messages.en.json'},
          }),
          messages: {en: {title: 'Dashboard'}},
          preload: {'page-abcdef12.js': ['/assets/chunk-abcdef12.js']},
        },
        {
          id: 'catalog',
          manifest: manifest('catalog', {
            routes: {
              base: '/catalog',
              definitions: [
                {
                  path: '/components/:component',
                  component: {entry: 'detail-abcdef12.js', export: 'Page'},
                  data: [{kind: 'components', name: ':component'}, {kind: 'workloads'}],
                },
              ],
            },
            contributes: {
              'dashboard.cards': [
                {
                  id: 'count',
                  title: 'Components',
                  component: {entry: 'card-abcdef12.js', export: 'Card'},
                  perspective: 'development',
                  data: [{kind: 'components'}, {kind: 'projects'}],
                },
                {
                  id: 'planes',
                  title: 'Planes',
                  component: {entry: 'planes-abcdef12.js', export: 'Card'},
                  perspective: 'platform-engineering',
                  data: [{kind: 'clusterdataplanes'}],
                },
              ],
            },
          }),
        },
        {
          id: 'growth',
          manifest: manifest('growth', {
            contributes: {
              'dashboard.cards': [
                {
                  id: 'line',
                  title: '%line%',
                  component: {entry: 'line-abcdef12.js', export: 'Card'},
                  deferred: true,
                  data: [{kind: 'namespaces'}],
                },
              ],
              'portal.status': [{id: 'other', title: 'Other'}],
            },
            messages: {en: 'messages.en.json'},
          }),
          messages: {en: {line: 'Growth'}},
        },
      ],
    });
    developer = portal.browser();
    await developer.signIn('developer');
  });
  after(() => portal.close());

  const open = async (path: string): Promise<{html: string; boot: Boot; headers: Headers}> => {
    const response = await developer.request(path);
    assert.equal(response.status, 200);
    const html = await response.text();
    const json = /id="portal-boot">(.*?)<\/script>/s.exec(html)?.[1] ?? '';
    return {html, boot: JSON.parse(json) as Boot, headers: response.headers};
  };
  const keysOf = ({data}: Boot): readonly string[] => data.map(({queryKey}) => JSON.stringify(queryKey.slice(1)));

  it("brings what the cards of the perspective show first, under the contract's keys, and preloads their code", async () => {
    const {boot, html} = await open('/?namespace=acme&project=storefront&perspective=development');
    assert.deepEqual([...keysOf(boot)].sort(), [
      '["components",{"namespace":"acme","project":"storefront"},{}]',
      '["projects",{"namespace":"acme"},{}]',
    ]);
    const [components] = boot.data;
    const items = components?.data as {spec: {owner: {projectName: string}}}[];
    assert.ok(items.length > 0 && items.every(({spec}) => spec.owner.projectName === 'storefront'));
    assert.deepEqual(boot.profile?.scope, {namespace: 'acme', project: 'storefront'});
    assert.deepEqual(Object.keys(boot.manifests), ['dashboard', 'catalog']);
    const preloaded = [...html.matchAll(/modulepreload" href="([^"]+)"/g)].map(([, href]) => href);
    assert.deepEqual(preloaded, [
      '/assets/shell-abcdef12.js',
      '/assets/vendor-abcdef12.js',
      '/m/dashboard/1.0.0/page-abcdef12.js',
      '/assets/chunk-abcdef12.js',
      '/m/catalog/1.0.0/card-abcdef12.js',
    ]);
    assert.match(html, /<title>Dashboard · OpenChoreo Portal<\/title>/);
  });

  it('brings of what is deferred its place, and neither manifest nor messages, data nor code', async () => {
    const {boot, html} = await open('/?namespace=acme&perspective=development');
    assert.deepEqual(boot.deferred, {
      growth: {
        'dashboard.cards': [
          {
            id: 'line',
            title: 'Growth',
            component: {entry: 'line-abcdef12.js', export: 'Card'},
            deferred: true,
            data: [{kind: 'namespaces'}],
          },
        ],
      },
    });
    assert.ok(!('growth' in boot.manifests) && !('growth' in boot.messages));
    assert.ok(!keysOf(boot).some((key) => key.includes('namespaces')));
    assert.doesNotMatch(html, /modulepreload" href="[^"]*line-/);
  });

  it('follows the perspective and, where the address names none, the own selection', async () => {
    const {boot} = await open('/?perspective=platform-engineering');
    assert.deepEqual(keysOf(boot), ['["clusterdataplanes",{},{}]']);
    assert.deepEqual(boot.profile?.scope, {namespace: 'acme'});
  });

  it('brings the object that the address names', async () => {
    const {boot} = await open('/catalog/components/cart?namespace=acme');
    assert.ok(keysOf(boot).includes('["components",{"namespace":"acme"},{"name":"cart"}]'));
    const cart = boot.data.find(({queryKey}) => 'name' in queryKey[3])?.data as {metadata: {name: string}};
    assert.equal(cart.metadata.name, 'cart');
  });

  it('leaves out what there is not, and comes all the same', async () => {
    for (const path of [
      '/catalog/components/none?namespace=acme',
      '/catalog/components/cart?namespace=nowhere',
      '/unknown/page',
    ]) {
      const {boot} = await open(path);
      assert.ok(
        keysOf(boot).every((key) => !key.startsWith('["components"')),
        path,
      );
    }
  });

  it('is never kept, and travels in brotli', async () => {
    const {headers} = await open('/');
    assert.equal(headers.get('cache-control'), 'no-store');
    const response = await developer.request('/', {headers: {'accept-encoding': 'br'}});
    assert.equal(response.headers.get('content-encoding'), 'br');
    assert.ok((await response.text()).startsWith('<!doctype html>'));
  });

  it('has a policy with a nonce of its own, and inline code with that nonce only', async () => {
    const [first, second] = [await open('/'), await open('/')];
    const nonceOf = ({headers}: {headers: Headers}): string =>
      /script-src 'self' 'nonce-([^']+)'/.exec(headers.get('content-security-policy') ?? '')?.[1] ?? '';
    assert.ok(nonceOf(first).length >= 20);
    assert.notEqual(nonceOf(first), nonceOf(second));
    const scripts = [...first.html.matchAll(/<script(?![^>]*application\/json)[^>]*>/g)].map(([tag]) => tag);
    assert.ok(scripts.length >= 3);
    assert.ok(scripts.every((tag) => tag.includes(`nonce="${nonceOf(first)}"`)));
    assert.doesNotMatch(first.headers.get('content-security-policy') ?? '', /unsafe/);
  });

  it('is for people: a script or an image that is not there is a 404, a name with a dot is a page', async () => {
    const statusOf = async (path: string, destination: string): Promise<number> =>
      (await developer.request(path, {headers: {'sec-fetch-dest': destination}})).status;
    assert.deepEqual(
      [
        await statusOf('/lost', 'script'),
        await statusOf('/lost.png', 'image'),
        await statusOf('/catalog/components/a.js', 'document'),
      ],
      [404, 404, 200],
    );
  });

  it('asks to sign in first, and leads back', async () => {
    const response = await portal.browser().request('/catalog?q=1');
    assert.equal(response.status, 302);
    assert.equal(response.headers.get('location'), '/auth/sign-in?return=%2Fcatalog%3Fq%3D1');
    assert.equal(response.headers.get('cache-control'), 'no-store');
  });
});
