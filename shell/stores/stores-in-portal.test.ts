import type {ModuleManifest, Stores} from '@openchoreo/portal-contract';
import {expect, waitUntil} from '@open-wc/testing';
import {pageHost} from '../testing/page-host.ts';
import {ALPHA, BETA} from '../testing/manifests.ts';
import {startPortal, toHead, type PortalUnderTest} from '../testing/start-portal.ts';

const owner = (main: string): ModuleManifest => ({
  id: 'gamma',
  name: 'Gamma',
  version: '1.0.0',
  apiVersion: 1,
  main: {entry: 'main.ts', export: main},
});

/** The module of the page, which may read gamma's store. */
const READER: ModuleManifest = {...BETA, dependencies: {optional: {gamma: '^1.0.0'}}};

describe('stores of modules in the portal', () => {
  let test: PortalUnderTest;
  let modules: ModuleManifest[];
  const gateway = (request: Request): Response | undefined => {
    if (request.url.includes('/api/portal/stores/gamma')) return Response.json({values: {note: 'kept'}});
    if (!request.url.includes('/api/portal/composition')) return undefined;
    return Response.json({id: `with-${modules.length}`, modules: modules.map(toHead)});
  };
  const start = (...all: ModuleManifest[]): Promise<Stores> => {
    modules = all;
    test = startPortal({path: '/', modules: all, gateway});
    return pageHost(test).then(({stores}) => stores);
  };

  afterEach(() => test.stop());

  it('activate their owner when another module reads them, and not before', async () => {
    const stores = await start(owner('definition'), READER, ALPHA);
    expect(test.imported).not.to.include('gamma/main.ts');
    expect(test.asked).not.to.include('GET /api/portal/stores/gamma');
    const store = stores.get('gamma');
    await waitUntil(() => store.get().note === 'kept');
    expect(test.asked.filter((line) => line.includes('/stores/'))).to.deep.equal(['GET /api/portal/stores/gamma']);
  });

  it('hold nothing once the owner is taken away', async () => {
    const stores = await start(owner('definition'), READER);
    const store = await stores.load('gamma');
    const seen: unknown[] = [];
    store.listen((values) => seen.push(values));
    modules = [READER];
    await test.portal.updateComposition();
    await waitUntil(() => seen.length > 0);
    expect(seen).to.deep.equal([{}]);
  });

  for (const [what, main, code] of [
    ['a field without a schema', 'faulty', 'ACTIVATION_FAILED'],
    ['an initial value that does not fit', 'unfitting', 'STORE_INVALID'],
  ] as const) {
    it(`keep a module from activating that declares ${what}, and say so to its readers`, async () => {
      const stores = await start(owner(main), READER);
      const failure = await stores.load('gamma').then(
        () => undefined,
        (error: unknown) => (error as {code: string}).code,
      );
      expect(failure).to.equal(code);
      expect(test.portal.services.page.get().status).to.equal('shown');
    });
  }

  it('do not answer a module that does not name the owner', async () => {
    const stores = await start(owner('definition'), BETA);
    expect(() => stores.get('gamma')).to.throw("The store of 'gamma' is not open to the module 'beta' (read).");
    expect(test.asked).not.to.include('GET /api/portal/stores/gamma');
  });
});
