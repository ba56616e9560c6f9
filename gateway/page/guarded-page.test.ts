import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Boot} from '@openchoreo/portal-contract';
import {startTestPortal, type TestPortal} from '../testing/test-portal.ts';
import {manifest} from '../testing/write-build.ts';

const code = (name: string): {entry: string; export: string} => ({entry: `${name}-abcdef12.js`, export: 'Page'});
const secret = {permissions: ['component:create'], data: [{kind: 'projects'}]};

/** What the first answer of the portal holds of a page that a guard refuses. */
describe('a page that the person may not see', () => {
  let portal: TestPortal;
  before(async () => {
    portal = await startTestPortal({
      modules: [
        {
          id: 'home',
          manifest: manifest('home', {
            extensionPoints: [{id: 'home.cards', schema: {}}],
            routes: {base: '/', definitions: [{path: '/', component: code('home')}]},
          }),
        },
        {
          id: 'shop',
          manifest: manifest('shop', {
            routes: {
              base: '/shop',
              definitions: [
                {path: '/create', component: code('create'), title: 'Create', ...secret},
                {path: '/new', redirect: '/create'},
                {path: '/team', permissions: ['component:create'], children: [{path: '/:id', component: code('team')}]},
                {path: '/open', component: code('open'), data: [{kind: 'projects'}]},
                {path: '/planes', component: code('planes'), perspective: 'platform-engineering', data: secret.data},
              ],
            },
            contributes: {
              'home.cards': [
                {id: 'open', component: code('open-card'), data: [{kind: 'components'}]},
                {id: 'secret', component: code('secret-card'), ...secret},
              ],
            },
          }),
        },
        {
          id: 'ops',
          manifest: manifest('ops', {
            perspective: 'platform-engineering',
            routes: {base: '/ops', definitions: [{path: '/', component: code('ops'), data: [{kind: 'projects'}]}]},
            contributes: {'home.cards': [{id: 'ops', component: code('ops-card'), data: [{kind: 'projects'}]}]},
          }),
        },
      ],
    });
  });
  after(() => portal.close());

  interface Answer {
    readonly code: readonly string[];
    readonly data: readonly string[];
    readonly manifests: readonly string[];
  }

  const open = async (person: string, path: string): Promise<Answer> => {
    const browser = portal.browser();
    await browser.signIn(person);
    const html = await (await browser.request(`${path}?namespace=acme&perspective=development`)).text();
    const boot = JSON.parse(/id="portal-boot">(.*?)<\/script>/s.exec(html)?.[1] ?? '') as Boot;
    return {
      code: [...html.matchAll(/\/m\/[^"]+\/([\w-]+)-abcdef12[.]js/g)].map(([, name = '']) => name),
      data: boot.data.map(({queryKey}) => queryKey[1]),
      manifests: Object.keys(boot.manifests),
    };
  };
  const refused = {code: [], data: [], manifests: ['shop']};

  it('comes without code and data where the route asks for a permission, and with both for who holds it', async () => {
    assert.deepEqual(await open('viewer', '/shop/create'), refused);
    assert.deepEqual(await open('developer', '/shop/create'), {
      code: ['create'],
      data: ['projects'],
      manifests: ['shop'],
    });
  });

  it('comes without them where a parent asks, and at the end of a redirect', async () => {
    assert.deepEqual(await open('viewer', '/shop/team/7'), refused);
    assert.deepEqual(await open('viewer', '/shop/new'), refused);
    assert.deepEqual((await open('developer', '/shop/new')).code, ['create']);
  });

  it('comes without them where route or module are of the other perspective', async () => {
    assert.deepEqual(await open('developer', '/shop/planes'), refused);
    assert.deepEqual(await open('developer', '/ops'), {...refused, manifests: ['ops']});
  });

  it('leaves out the cards that the person or the perspective does not see', async () => {
    assert.deepEqual(await open('viewer', '/'), {
      code: ['home', 'open-card'],
      data: ['components'],
      manifests: ['home', 'shop'],
    });
    assert.deepEqual((await open('developer', '/')).code, ['home', 'open-card', 'secret-card']);
  });

  it('comes with both where nothing is asked', async () => {
    assert.deepEqual(await open('viewer', '/shop/open'), {code: ['open'], data: ['projects'], manifests: ['shop']});
  });
});
