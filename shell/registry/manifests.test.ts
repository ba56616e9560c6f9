import {parseManifest, type ModuleHead} from '@openchoreo/portal-contract';
import {aTimeout, expect, waitUntil} from '@open-wc/testing';
import {rejection} from '../testing/rejection.ts';
import {toRequest} from '../testing/to-request.ts';
import {createManifests, type Manifests} from './manifests.ts';

const HEAD: ModuleHead = {id: 'a', name: 'A', version: '1.0.0', manifest: '/m/a/1.0.0/manifest.json'};
const MANIFEST = {id: 'a', name: 'A', version: '1.0.0', apiVersion: 1 as const};

function create(body: string, status = 200): {manifests: Manifests; asked: string[]} {
  const asked: string[] = [];
  const manifests = createManifests({
    inline: {manifests: {}},
    async fetch(url) {
      asked.push(new URL(toRequest(url).url).pathname);
      return new Response(body, {status});
    },
    onSignedOut: () => Promise.resolve(),
    loadParser: async () => parseManifest,
  });
  return {manifests, asked};
}

describe('manifests', () => {
  it('fetches a manifest once, also when two ask at the same time', async () => {
    const {manifests, asked} = create(JSON.stringify(MANIFEST));
    const [first, second] = await Promise.all([manifests.get(HEAD), manifests.get(HEAD)]);
    expect([first === second, await manifests.get(HEAD), asked]).to.deep.equal([true, MANIFEST, [HEAD.manifest]]);
  });

  it('knows what a module adds before its manifest is there, and after', async () => {
    const card = {id: 'card', title: 'Card'};
    const {manifests} = create(JSON.stringify({...MANIFEST, contributes: {'b.cards': [{...card, order: 7}]}}));
    const nothing = manifests.contributions(HEAD, 'b.cards');
    manifests.replaceInline({manifests: {}, deferred: {a: {'b.cards': [card]}}});
    const before = manifests.contributions(HEAD, 'b.cards');
    await manifests.get(HEAD);
    expect([nothing, before, manifests.contributions(HEAD, 'b.cards')]).to.deep.equal([
      undefined,
      [card],
      [{...card, order: 7}],
    ]);
  });

  it('asks again after a failure', async () => {
    const {manifests, asked} = create('gone', 404);
    await rejection(manifests.get(HEAD));
    await rejection(manifests.get(HEAD));
    expect(asked.length).to.equal(2);
  });

  it('waits for the session when it has ended, and asks again when it is back', async () => {
    let isSignedIn = false;
    let signIn = (): void => {};
    const asked: number[] = [];
    const manifests = createManifests({
      inline: {manifests: {}},
      async fetch() {
        const status = isSignedIn ? 200 : 401;
        asked.push(status);
        return new Response(isSignedIn ? JSON.stringify(MANIFEST) : '', {status});
      },
      onSignedOut: () => new Promise((resolve) => (signIn = resolve)),
      loadParser: async () => parseManifest,
    });
    const manifest = manifests.get(HEAD);
    await waitUntil(() => asked.length === 1);
    await aTimeout(0);
    isSignedIn = true;
    signIn();
    expect([await manifest, asked]).to.deep.equal([MANIFEST, [401, 200]]);
  });

  for (const [what, body, status, code, words] of [
    ['is not there', 'gone', 404, 'MODULE_LOAD_FAILED', "'a'"],
    ['is cut off', '{"id": "a", "na', 200, 'MANIFEST_UNREADABLE', HEAD.manifest],
    [
      'has wrong fields',
      JSON.stringify({...MANIFEST, version: 'new', apiVersion: 9}),
      200,
      'MANIFEST_INVALID',
      'version: found "new"',
    ],
    [
      'is another module’s',
      JSON.stringify({...MANIFEST, id: 'b'}),
      200,
      'MANIFEST_INVALID',
      "id: found 'b', expected 'a'",
    ],
  ] as const) {
    it(`says what is wrong with a manifest that ${what}`, async () => {
      const error = await rejection(create(body, status).manifests.get(HEAD));
      expect(error.code).to.equal(code);
      expect(error.message).to.contain(words);
    });
  }
});
