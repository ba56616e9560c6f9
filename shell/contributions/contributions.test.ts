import {expect, waitUntil} from '@open-wc/testing';
import type {Contribution, DashboardCard} from '@openchoreo/portal-contract';
import {PortalBoundary} from '../outlet/portal-boundary.ts';
import {ALPHA, BETA} from '../testing/manifests.ts';
import {startPortal, type PortalUnderTest} from '../testing/start-portal.ts';
import {pageHost} from '../testing/page-host.ts';

type Card = Contribution<DashboardCard>;

describe('contributions', () => {
  let test: PortalUnderTest;

  afterEach(() => test.stop());

  it('lists what is for the person and the perspective, in order, without fetching code', async () => {
    test = startPortal({path: '/', modules: [ALPHA, BETA]});
    const {contributions} = await pageHost(test);
    const before = [...test.imported];
    const cards = follow(contributions.at('dashboard.cards'));
    expect(cards.at(-1)?.map(({id}) => id)).to.deep.equal(['broken', 'fine']);
    test.portal.services.state.setPerspective('platform-engineering');
    await waitUntil(() => cards.at(-1)?.length === 3);
    expect(test.imported.filter((file) => !before.includes(file))).to.deep.equal([]);
  });

  it('fetches the manifests of contributing modules when somebody looks', async () => {
    const gateway = (request: Request): Response | undefined =>
      request.url.includes('/alpha/manifest.json') ? Response.json(ALPHA) : undefined;
    test = startPortal({path: '/', modules: [ALPHA, BETA], inline: false, boot: {manifests: {beta: BETA}}, gateway});
    const {contributions} = await pageHost(test);
    const cards = follow(contributions.at('dashboard.cards'));
    await waitUntil(() => cards.at(-1)?.length === 2);
    expect(test.asked.filter((line) => line.includes('manifest'))).to.deep.equal([
      'GET /shell/testing/alpha/manifest.json?lang=en',
    ]);
  });

  it('keeps the contribution object while other modules come and go', async () => {
    test = startPortal({path: '/', modules: [ALPHA, BETA]});
    const {contributions} = await pageHost(test);
    const cards = follow(contributions.at('dashboard.cards'));
    const first = cards.at(-1)?.[1];
    test.portal.services.state.setPerspective('platform-engineering');
    await waitUntil(() => cards.at(-1)?.length === 3);
    expect(cards.at(-1)?.find(({id}) => id === 'fine')).to.equal(first);
  });

  it('shows a card beside one that throws, which says so and can be tried again', async () => {
    test = startPortal({path: '/', modules: [ALPHA, BETA]});
    const {contributions} = await pageHost(test);
    const [broken, fine] = contributions
      .at('dashboard.cards')
      .get()
      .map((card) => contributions.createElement(card));
    if (!(broken instanceof PortalBoundary) || !fine) return expect.fail('there are two cards');
    let failures = 0;
    broken.onFailure = () => (failures += 1);
    test.outlet.append(broken, fine);
    await waitUntil(() => fine.querySelector('alpha-fine-card')?.shadowRoot?.textContent === 'fine');
    await waitUntil(() => broken.shadowRoot?.querySelector('button') !== null);
    const text = (broken.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ');
    expect(text).to.contain("'Broken' could not be shown.").and.contain('RENDER_FAILED');
    await expect(broken).to.be.accessible();
    broken.shadowRoot?.querySelector('button')?.click();
    await waitUntil(() => failures === 2);
  });

  it('orders ten thousand contributions in a moment', async () => {
    const card = {title: 'Card', component: {entry: 'pages.ts', export: 'FineCard'}};
    const many = Array.from({length: 100}, (_, index) => ({
      ...ALPHA,
      id: `m${index}`,
      routes: undefined,
      contributes: {
        'dashboard.cards': Array.from({length: 100}, (__, n) => ({...card, id: `c${n}`, order: (n * 7919) % 100})),
      },
    }));
    test = startPortal({path: '/', modules: [...many, BETA]});
    const {contributions} = await pageHost(test);
    const before = performance.now();
    const cards = follow(contributions.at('dashboard.cards')).at(-1) ?? [];
    expect(performance.now() - before).to.be.lessThan(500);
    expect([cards.length, cards[0]?.key, cards.at(-1)?.key]).to.deep.equal([
      10_000,
      'm0/dashboard.cards/c0',
      'm99/dashboard.cards/c21',
    ]);
  });

  it('says in the card’s place that its module is gone', async () => {
    test = startPortal({path: '/', modules: [ALPHA, BETA]});
    const {contributions} = await pageHost(test);
    const card = {...contributions.at('dashboard.cards').get()[0], module: 'gone'} as Card;
    const element = contributions.createElement(card);
    test.outlet.append(element);
    await waitUntil(() => element.shadowRoot?.textContent.includes('MODULE_DISABLED'));
  });
});

function follow(store: {subscribe(listener: (cards: readonly Card[]) => void): () => void}): (readonly Card[])[] {
  const heard: (readonly Card[])[] = [];
  store.subscribe((cards) => heard.push(cards));
  return heard;
}
