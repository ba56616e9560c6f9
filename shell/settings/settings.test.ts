import {expect, waitUntil} from '@open-wc/testing';
import type {ModuleManifest} from '@openchoreo/portal-contract';
import {pageHost} from '../testing/page-host.ts';
import {BETA} from '../testing/manifests.ts';
import {startPortal, type PortalUnderTest} from '../testing/start-portal.ts';

const SHOP: ModuleManifest = {
  ...BETA,
  settings: [
    {key: 'page-size', type: 'number', label: 'Rows', default: 25},
    {key: 'layout', type: 'json', label: 'Layout'},
  ],
};

describe('settings', () => {
  let test: PortalUnderTest;
  let kept: Record<string, unknown>;
  const gateway = async (request: Request): Promise<Response | undefined> => {
    if (!request.url.includes('/api/portal/settings/beta')) return undefined;
    if (request.method === 'PATCH') {
      const {key, value} = (await request.json()) as {key: string; value?: unknown};
      if (value === 'bad') {
        return Response.json(
          {type: '', title: '', status: 400, code: 'SETTING_INVALID', values: ['beta', 'no']},
          {status: 400},
        );
      }
      kept = {...kept, [key]: value};
    }
    return Response.json({values: kept});
  };

  beforeEach(() => (kept = {}));
  afterEach(() => test.stop());

  it('that came with the page are there at once, without asking; defaults hold for the rest', async () => {
    test = startPortal({path: '/', modules: [SHOP], boot: {settings: {beta: {layout: {a: 1}}}}, gateway});
    const {settings} = await pageHost(test);
    expect([settings.get('page-size'), settings.get('layout'), settings.get('constructor')]).to.deep.equal([
      25,
      {a: 1},
      undefined,
    ]);
    expect(test.asked.filter((line) => line.includes('settings'))).to.deep.equal([]);
  });

  it('of a module that the page did not bring are there before its first element', async () => {
    kept = {'page-size': 50};
    test = startPortal({path: '/', modules: [SHOP], gateway});
    const {settings} = await pageHost(test);
    expect(settings.get('page-size')).to.equal(50);
    expect(test.asked.filter((line) => line.includes('settings'))).to.deep.equal(['GET /api/portal/settings/beta']);
  });

  it('are told to whoever watches when they are set, here and elsewhere, and go back to the default', async () => {
    test = startPortal({path: '/', modules: [SHOP], gateway});
    const {settings} = await pageHost(test);
    const heard: unknown[] = [];
    const stop = settings.watch('page-size').subscribe((value) => heard.push(value));
    await settings.set('page-size', 10);
    kept = {'page-size': 75};
    test.portal.followSettings('other');
    test.portal.followSettings('beta');
    await waitUntil(() => heard.length === 3);
    await settings.set('page-size', undefined);
    stop();
    expect(heard).to.deep.equal([25, 10, 75, 25]);
  });

  it('stay as they are when the gateway refuses, and say why', async () => {
    test = startPortal({path: '/', modules: [SHOP], gateway});
    const {settings} = await pageHost(test);
    let code: unknown;
    await settings.set('page-size', 'bad').catch((error: unknown) => (code = (error as {code: string}).code));
    expect([code, settings.get('page-size')]).to.deep.equal(['SETTING_INVALID', 25]);
  });

  it('have their defaults when they cannot be had, and the page comes all the same', async () => {
    const original = console.error;
    const logged: string[] = [];
    console.error = (...parts: unknown[]) => void logged.push(parts.join(' '));
    test = startPortal({path: '/', modules: [SHOP]});
    const {settings} = await pageHost(test);
    console.error = original;
    expect([settings.get('page-size'), logged.length]).to.deep.equal([25, 1]);
  });
});
