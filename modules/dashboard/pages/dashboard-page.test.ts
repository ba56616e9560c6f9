import {expect, waitUntil} from '@open-wc/testing';
import type {Contribution, DashboardCard} from '@openchoreo/portal-contract';
import {createTestHost, mount, type TestHost, type TestHostOptions} from '@openchoreo/portal-test-kit';
import messages from '../messages/en.json' with {type: 'json'};
import {DashboardPage} from './dashboard-page.ts';

const card = (id: string, change: Partial<DashboardCard> = {}): Contribution<DashboardCard> => ({
  module: 'shop',
  point: 'dashboard.cards',
  id,
  key: `shop/dashboard.cards/${id}`,
  data: {id, title: `Card ${id}`, component: {entry: 'card.js', export: 'Card'}, ...change},
});

const hostWith = (cards: readonly Contribution<DashboardCard>[], options: Partial<TestHostOptions> = {}): TestHost => {
  const host = createTestHost({module: 'dashboard', messages, settings: {layout: {}}, ...options});
  host.cards.set(cards);
  return host;
};

const show = (host: TestHost) => mount('dashboard-dashboard-page', DashboardPage, host);

const announce = (element: Element | null | undefined): void =>
  void element?.dispatchEvent(new CustomEvent('portal-card-ready', {bubbles: true, composed: true}));

const isMarked = (): boolean => performance.getEntriesByName('portal:ready').length > 0;

const afterPaint = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 100));

describe('DashboardPage', () => {
  beforeEach(() => performance.clearMarks('portal:ready'));

  it('is accessible with cards and without', async () => {
    await expect((await show(hostWith([card('a'), card('b')]))).element).to.be.accessible();
    const empty = await show(hostWith([]));
    await waitUntil(() => empty.text().includes('No cards yet'));
    await expect(empty.element).to.be.accessible();
  });

  it('greets by first name and says which scope the numbers are of', async () => {
    const host = hostWith([card('a')], {scope: {namespace: 'acme', project: 'shop'}});
    const page = await show(host);
    expect(page.text()).to.match(/Hello, Dana/);
    expect(page.text()).to.contain('What you build in acme / shop');
    host.perspective.set('platform-engineering');
    await page.settle();
    expect(page.text()).to.contain('What you run in acme / shop');
    expect(host.missing).to.deep.equal([]);
  });

  it('keeps each card its place before the card has come', async () => {
    const page = await show(hostWith([card('a', {columns: 6, rows: 3})]));
    const place = page.find('.card')!;
    expect([...place.classList]).to.deep.equal(['card', 'columns-6', 'rows-3']);
    expect(place.getBoundingClientRect().height).to.equal(3 * 88 + 2 * 16);
  });

  it('keeps the elements of cards that stay when others come and go', async () => {
    const host = hostWith([card('a'), card('b')]);
    const page = await show(host);
    const before = page.findAll('.card-body > div');
    host.cards.set([card('b'), card('c')]);
    await page.settle();
    const after = page.findAll('.card-body > div');
    expect(after.map((element) => before.indexOf(element))).to.deep.equal([1, -1]);
  });

  it('is ready when the last visible card has announced itself, and not before', async () => {
    const page = await show(hostWith([card('a'), card('b')]));
    const [first, second] = page.findAll('.card-body > div');
    announce(first);
    announce(first);
    await afterPaint();
    expect(isMarked()).to.equal(false);
    announce(second);
    await waitUntil(isMarked);
    await afterPaint();
    expect(performance.getEntriesByName('portal:ready').length).to.equal(1);
  });

  it('does not wait for a card that comes when it is looked at', async () => {
    await show(hostWith([{...card('a'), data: {...card('a').data, deferred: true}}]));
    await waitUntil(isMarked);
  });

  it('does not wait for a card whose module failed', async () => {
    const host = hostWith([card('a')]);
    await show(host);
    host.states.set([{id: 'shop', name: 'Shop', version: '1.0.0', status: 'failed', since: 0}]);
    await waitUntil(isMarked);
  });

  it('shows the cards as the person arranged them in this perspective, from the first paint', async () => {
    const development = [
      {key: 'shop/dashboard.cards/b', columns: 8, rows: 1},
      {key: 'gone/dashboard.cards/x', columns: 3, rows: 1},
      {key: 'shop/dashboard.cards/a', columns: 4, rows: 2, hidden: true},
    ];
    const host = hostWith([card('a'), card('b'), card('c')], {settings: {layout: {development}}});
    const made: string[] = [];
    host.contributions.createElement = ({id}) => (made.push(id), document.createElement('div'));
    const page = await show(host);
    const shown = (): unknown =>
      page.findAll('.card').map(({classList, textContent}) => [textContent.trim(), ...classList]);
    expect([shown(), made]).to.deep.equal([
      [
        ['Card b', 'card', 'columns-8', 'rows-1'],
        ['Card c', 'card', 'columns-4', 'rows-2'],
      ],
      ['b', 'c'],
    ]);
    announce(page.findAll('.card-body > div')[0]);
    announce(page.findAll('.card-body > div')[1]);
    await waitUntil(isMarked);
    host.perspective.set('platform-engineering');
    await page.settle();
    expect(page.findAll('h2').map(({textContent}) => textContent)).to.deep.equal(['Card a', 'Card b', 'Card c']);
  });

  it('lets the person arrange the cards, keeps that for the perspective, and keeps the cards’ elements', async () => {
    const host = hostWith([card('a'), card('b')], {settings: {layout: {'platform-engineering': []}}});
    const page = await show(host);
    const before = page.findAll('.card-body > div');
    const press = (name: string): void =>
      page
        .findAll('button')
        .find((button) => (button.ariaLabel ?? button.textContent.trim()) === name)
        ?.click();
    press('Edit layout');
    await waitUntil(() => page.find('dashboard-layout-editor'));
    await page.settle();
    press('Hide Card a');
    await page.settle();
    press('Done');
    await page.settle();
    expect(host.settingValues.get()['layout']).to.deep.equal({
      'platform-engineering': [],
      development: [
        {key: 'shop/dashboard.cards/a', columns: 4, rows: 2, hidden: true},
        {key: 'shop/dashboard.cards/b', columns: 4, rows: 2},
      ],
    });
    expect(page.findAll('.card-body > div').map((element) => before.indexOf(element))).to.deep.equal([1]);
    press('Edit layout');
    await waitUntil(() => page.find('dashboard-layout-editor'));
    await page.settle();
    press('Reset to default');
    press('Done');
    await page.settle();
    expect(host.settingValues.get()['layout']).to.deep.equal({'platform-engineering': []});
  });

  it('goes on arranging when the layout could not be kept, and says why', async () => {
    const host = hostWith([card('a')]);
    host.settings.set = () => Promise.reject(new Error('The database is away.'));
    const page = await show(host);
    page
      .findAll('button')
      .find(({textContent}) => textContent.trim() === 'Edit layout')
      ?.click();
    await waitUntil(() => page.find('dashboard-layout-editor'));
    await page.settle();
    page
      .findAll('button')
      .find(({textContent}) => textContent.trim() === 'Done')
      ?.click();
    await page.settle();
    expect([host.notices, page.find('dashboard-layout-editor') !== null]).to.deep.equal([
      ['error: The database is away.'],
      true,
    ]);
  });

  it('says where cards come from when there are none, and leads to the modules only those who may go there', async () => {
    const admin = await show(hostWith([]));
    expect(admin.text()).not.to.contain('No cards yet');
    await waitUntil(() => admin.text().includes('No cards yet'));
    expect(admin.text()).to.contain('See the modules');
    const viewer = await show(hostWith([], {allows: (action) => action !== 'portalmodule:view'}));
    await waitUntil(() => viewer.text().includes('No cards yet'));
    expect(viewer.text()).not.to.contain('See the modules');
  });

  it('asks for a namespace where none is chosen, and takes the only one', async () => {
    const host = hostWith([card('a')], {scope: {}});
    host.platform.put('namespaces', {metadata: {name: 'acme'}}, {metadata: {name: 'beta'}});
    const page = await show(host);
    expect(page.findAll<HTMLAnchorElement>('a').map(({href}) => new URL(href).search)).to.deep.equal([
      '?namespace=acme',
      '?namespace=beta',
    ]);
    await expect(page.element).to.be.accessible();

    const single = hostWith([card('a')], {scope: {}});
    single.platform.put('namespaces', {metadata: {name: 'acme'}});
    const taken = await show(single);
    expect(single.scope.get()).to.deep.equal({namespace: 'acme'});
    expect(taken.findAll('.card').length).to.equal(1);
  });

  it('says so when the person can see no namespace', async () => {
    expect((await show(hostWith([], {scope: {}}))).text()).to.contain('No namespace to show');
  });
});
