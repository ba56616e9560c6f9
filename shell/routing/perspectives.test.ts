import {expect, waitUntil} from '@open-wc/testing';
import type {ModuleManifest, Perspective} from '@openchoreo/portal-contract';
import {ALPHA, BETA, NEST} from '../testing/manifests.ts';
import {startPortal, type PortalUnderTest, type TestOptions} from '../testing/start-portal.ts';

describe('switching the perspective', () => {
  let test: PortalUnderTest;
  const start = (path: string, options: Partial<TestOptions> = {}): PortalUnderTest =>
    (test = startPortal({path, modules: [NEST, ALPHA, BETA], ...options}));
  const switchTo = (perspective: Perspective): Promise<void> => test.portal.services.state.setPerspective(perspective);
  const place = (): unknown => [location.pathname, new URLSearchParams(location.search).get('perspective')];
  const page = (): Element | null | undefined => test.outlet.querySelector('portal-boundary')?.firstElementChild;
  afterEach(() => test.stop());

  it('stays on a page that both have, with its element and what its address says', async () => {
    start('/alpha/items/7?tab=logs#part');
    await test.page('shown');
    const before = page();
    await switchTo('platform-engineering');
    expect([place(), new URLSearchParams(location.search).get('tab'), location.hash, page() === before]).to.deep.equal([
      ['/alpha/items/7', 'platform-engineering'],
      'logs',
      '#part',
      true,
    ]);
  });

  it('shows the page that the other perspective has at the same address', async () => {
    start('/nest/shared');
    await test.page('shown');
    const before = page()?.localName;
    await switchTo('platform-engineering');
    expect([place(), before, page()?.localName]).to.deep.equal([
      ['/nest/shared', 'platform-engineering'],
      'nest-home-page',
      'nest-team-page',
    ]);
  });

  it('goes up to the nearest page that the other one has, without the query of the page that is left', async () => {
    start('/nest/ops/planes/blue?perspective=platform-engineering&tab=x');
    await test.page('shown');
    await switchTo('development');
    await test.page('shown');
    expect([place(), new URLSearchParams(location.search).has('tab'), page()?.localName]).to.deep.equal([
      ['/nest', 'development'],
      false,
      'nest-home-page',
    ]);
  });

  for (const [level, module] of [
    ['module', {...NEST, perspective: 'platform-engineering' as const}],
    [
      'pages',
      {...NEST, routes: {base: '/nest', definitions: [], ...NEST.routes, perspective: 'platform-engineering' as const}},
    ],
  ] as const) {
    it(`goes to the start page when all of the ${level} are of the perspective that is left`, async () => {
      start('/nest?perspective=platform-engineering', {modules: [module as ModuleManifest, BETA]});
      await test.page('shown');
      await switchTo('development');
      expect(place()).to.deep.equal(['/', 'development']);
    });

    it(`says so at a link to one of the ${level} of the other perspective, before any code is fetched`, async () => {
      start('/nest', {modules: [module as ModuleManifest, BETA]});
      expect(await test.page('other-perspective')).to.deep.equal({
        status: 'other-perspective',
        path: '/nest',
        perspective: 'platform-engineering',
      });
      expect(test.imported).to.deep.equal([]);
      await switchTo('platform-engineering');
      expect([place(), test.portal.services.page.get().status]).to.deep.equal([
        ['/nest', 'platform-engineering'],
        'shown',
      ]);
    });
  }

  it('stays where there is no page in either', async () => {
    start('/alpha/items/1/2/3', {modules: [ALPHA]});
    await test.page('not-found');
    await switchTo('platform-engineering');
    expect(place()).to.deep.equal(['/alpha/items/1/2/3', 'platform-engineering']);
  });

  it('is not done, nor kept, when the person stays with unsaved changes', async () => {
    start('/nest/ops/planes/blue?perspective=platform-engineering');
    await test.page('shown');
    const stop = test.portal.services.links.guard(() => true);
    const {question} = test.portal.services.notices;
    const done = switchTo('development');
    await waitUntil(() => question.get() !== undefined);
    question.get()?.answer(false);
    await done;
    stop();
    expect([place(), test.asked.filter((asked) => asked.includes('preferences'))]).to.deep.equal([
      ['/nest/ops/planes/blue', 'platform-engineering'],
      [],
    ]);
  });

  it('leaves its step in the history, so that back is back', async () => {
    start('/nest/ops/planes/blue?perspective=platform-engineering');
    await test.page('shown');
    await switchTo('development');
    history.back();
    await waitUntil(() => location.pathname === '/nest/ops/planes/blue');
    await test.page('shown');
    expect(place()).to.deep.equal(['/nest/ops/planes/blue', 'platform-engineering']);
  });
});
