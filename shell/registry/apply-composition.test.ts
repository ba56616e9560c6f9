import {expect, waitUntil} from '@open-wc/testing';
import {calls} from '../testing/beta/main.ts';
import {ALPHA, BETA} from '../testing/manifests.ts';
import {startPortal, toHead, type PortalUnderTest} from '../testing/start-portal.ts';

describe('composition', () => {
  let test: PortalUnderTest;
  let logged: string[];
  const original = console.error;

  beforeEach(() => {
    logged = [];
    calls.length = 0;
    console.error = (...parts: unknown[]) => logged.push(parts.join(' '));
  });
  afterEach(() => {
    console.error = original;
    test.stop();
  });

  it('refuses the second of two modules with one id, and the second of two with one path, and goes on', async () => {
    const thief = {...ALPHA, id: 'thief', name: 'Thief'};
    const twice = {...ALPHA, name: 'Twice'};
    test = startPortal({path: '/alpha/items', modules: [ALPHA, twice, thief, BETA], boot: {manifests: {alpha: ALPHA}}});
    await test.page('shown');
    expect([logged, test.portal.services.navigation.get().map(({label}) => label)]).to.deep.equal([
      [
        "[alpha] Failed: PortalError: Two modules claim the id 'alpha'; the second was refused.",
        "[thief] Failed: PortalError: The module 'thief' claims the path '/alpha', which belongs to 'alpha'.",
      ],
      ['Alpha', 'Beta'],
    ]);
  });

  it('keeps the version a tab began with and offers the new one', async () => {
    const gateway = (request: Request): Response | undefined =>
      request.url.endsWith('/composition')
        ? Response.json({id: 'c2', modules: [toHead({...ALPHA, version: '2.0.0'}), toHead(BETA)]})
        : undefined;
    test = startPortal({path: '/alpha/items', modules: [ALPHA, BETA], gateway});
    await test.page('shown');
    await test.portal.updateComposition('c2');
    const {notices, page} = test.portal.services;
    expect([page.get().status, notices.shown.get().map(({text}) => text)]).to.deep.equal([
      'shown',
      ['A new version is there of: Alpha. It is used when the page is loaded again.'],
    ]);
  });

  it('takes a module anew of whose code more is known, with what its manifest now says', async () => {
    const grown = {...BETA, name: 'Grown', metadata: {revision: 'H1'}};
    const head = {...toHead(grown), revision: 'H1', manifest: `${toHead(grown).manifest}?r=H1`};
    test = startPortal({
      path: '/alpha/items',
      modules: [ALPHA, BETA],
      gateway: ({url}) =>
        url.endsWith('/composition') ? Response.json({id: 'c2', modules: [toHead(ALPHA), head]}) : undefined,
    });
    await test.page('shown');
    const labels = (): readonly string[] => test.portal.services.navigation.get().map(({label}) => label);
    expect(labels()).to.deep.equal(['Alpha', 'Beta']);
    await test.portal.updateComposition('c2');
    expect([labels(), test.portal.services.notices.shown.get()]).to.deep.equal([['Alpha', 'Grown'], []]);
  });

  it('asks nobody about the composition it has', async () => {
    test = startPortal({path: '/', modules: [BETA]});
    await test.page('shown');
    await test.portal.updateComposition('c1');
    expect(test.asked).to.deep.equal([]);
  });

  it('keeps the modules it has when the composition cannot be had', async () => {
    test = startPortal({path: '/', modules: [BETA], gateway: () => Promise.reject(new TypeError('down'))});
    await test.page('shown');
    await test.portal.updateComposition('c2');
    expect([test.portal.services.page.get().status, logged]).to.deep.equal([
      'shown',
      ['[portal] Failed: PortalError: The portal cannot be reached. Check the connection.'],
    ]);
  });

  it('activates a module by the event it waits for, and hands it the event', async () => {
    const waiting = {...BETA, activation: ['onEvent:portal:module-activated'], routes: undefined};
    test = startPortal({path: '/alpha/items', modules: [ALPHA, waiting]});
    await test.page('shown');
    await waitUntil(() => calls.includes('activate beta'));
  });
});
