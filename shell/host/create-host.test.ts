import {expect, waitUntil} from '@open-wc/testing';
import {calls} from '../testing/beta/main.ts';
import {ALPHA, BETA} from '../testing/manifests.ts';
import {pageHost} from '../testing/page-host.ts';
import {startPortal, toHead, type PortalUnderTest} from '../testing/start-portal.ts';

describe('host', () => {
  let test: PortalUnderTest;
  let modules = [ALPHA, BETA].map(toHead);
  let id = 1;
  const gateway = (request: Request): Response | undefined =>
    request.url.includes('/api/portal/composition') ? Response.json({id: `c${++id}`, modules}) : undefined;

  beforeEach(() => {
    calls.length = 0;
    modules = [ALPHA, BETA].map(toHead);
  });
  afterEach(() => test.stop());

  it('undoes everything a module registered when it is taken away', async () => {
    test = startPortal({path: '/', modules: [ALPHA, BETA], gateway});
    const host = await pageHost(test);
    modules = modules.filter(({id: module}) => module !== 'beta');
    await test.portal.updateComposition();
    await waitUntil(() => calls.includes('deactivate beta'));
    const after = calls.length;
    test.portal.services.state.select({namespace: 'other'});
    await test.portal.updateComposition();
    await waitUntil(() => test.portal.services.state.selection.get().namespace === 'other');
    expect([calls.slice(0, after), calls.length, host.signal.aborted]).to.deep.equal([
      ['activate beta', 'abort', 'deactivate beta'],
      after,
      true,
    ]);
  });

  it('lends nothing to a module that is gone', async () => {
    test = startPortal({path: '/', modules: [ALPHA, BETA], gateway});
    const host = await pageHost(test);
    modules = modules.filter(({id: module}) => module !== 'beta');
    await test.portal.updateComposition();
    const heard: unknown[] = [];
    host.state.selection.listen((scope) => heard.push(scope));
    test.portal.services.state.select({namespace: 'other'});
    await waitUntil(() => test.portal.services.state.selection.get().namespace === 'other');
    expect(heard).to.deep.equal([]);
  });

  it('asks the observer in the name of the module', async () => {
    const asked: unknown[] = [];
    const observer = (request: Request): Response | undefined => {
      if (!request.url.includes('/api/observer/')) return gateway(request);
      asked.push([request.method, new URL(request.url).pathname, request.headers.get('x-portal-module')]);
      return Response.json({logs: []});
    };
    test = startPortal({path: '/', modules: [ALPHA, BETA], gateway: observer});
    const host = await pageHost(test);
    expect(await host.observer.request('/api/v1/logs/query', {method: 'POST', body: {}})).to.deep.equal({logs: []});
    const {id: module, version} = host.module;
    expect(asked).to.deep.equal([['POST', '/api/observer/api/v1/logs/query', `${module}@${version}`]]);
  });

  it('writes addresses with selection and perspective kept', async () => {
    test = startPortal({path: '/?project=shop&namespace=acme', modules: [ALPHA, BETA], gateway});
    const {navigation} = await pageHost(test);
    expect([
      navigation.href('/alpha/items?q=a'),
      navigation.href('/alpha', {project: null}),
      navigation.href('/alpha?namespace=other'),
    ]).to.deep.equal([
      '/alpha/items?q=a&namespace=acme&project=shop&perspective=development',
      '/alpha?namespace=acme&perspective=development',
      '/alpha?namespace=other&perspective=development',
    ]);
  });

  it('says why a module is or is not shown', async () => {
    const ops = {...ALPHA, perspective: 'platform-engineering' as const, permissions: ['component:view']};
    test = startPortal({path: '/', modules: [ops, BETA], gateway});
    const {modules: states} = await pageHost(test);
    expect([
      states.explain('alpha').map(({check, passed}) => [check, passed]),
      states.explain('gone').map(({detail}) => detail),
      states.all.get().map((state) => [state.id, state.status]),
    ]).to.deep.equal([
      [
        ['enabled', true],
        ['perspective', false],
        ['permission', true],
        ['load', true],
      ],
      ["The module 'gone' is not part of this session."],
      [
        ['alpha', 'registered'],
        ['beta', 'active'],
      ],
    ]);
  });
});
