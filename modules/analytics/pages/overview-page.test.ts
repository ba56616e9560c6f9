import {expect, waitUntil} from '@open-wc/testing';
import {PortalError} from '@openchoreo/portal-contract';
import {mount, type Mounted, type TestHost} from '@openchoreo/portal-test-kit';
import type {Metrics} from '../types/metrics.ts';
import {createAcme, component} from '../testing/acme.ts';
import {OverviewPage} from './overview-page.ts';

const show = (host: TestHost, query = ''): Promise<Mounted<OverviewPage>> =>
  mount('analytics-overview-page', OverviewPage, host, {location: {query: new URLSearchParams(query)}});

const tiles = (page: Mounted<OverviewPage>): readonly string[] =>
  page.findAll('.tile').map(({innerText}) => innerText.replace(/\s+/g, ' ').trim());

const bars = (page: Mounted<OverviewPage>, id: string): readonly string[] =>
  [...page.find(`section[aria-labelledby=${id}]`)!.querySelectorAll<HTMLElement>('.bars li')].map(({innerText}) =>
    innerText.replace(/\s+/g, ' ').trim(),
  );

const chart = (page: Mounted<OverviewPage>): Promise<void> =>
  waitUntil(() => page.find('canvas') !== null, 'the chart is drawn');

describe('the overview', () => {
  it('is accessible with figures, without, and when they could not be had', async function () {
    this.timeout(20_000);
    const failing = createAcme();
    failing.platform.fail('list', new PortalError('OFFLINE', []));
    const empty = createAcme({scope: {namespace: 'acme', project: 'nothing'}});
    for (const host of [createAcme(), empty, failing, createAcme({scope: {}})]) {
      const page = await show(host);
      await expect(page.element).to.be.accessible();
      expect(host.missing).to.deep.equal([]);
    }
  });

  it('counts what the platform has', async () => {
    const page = await show(createAcme());
    expect(tiles(page)).to.deep.equal([
      'Components 3 +2 in 90 days none in the 90 days before',
      'Projects 2 +1 in 90 days none in the 90 days before',
      'Ready 67% 2 of 3 components',
      'Environments 2 2 data planes, 1 silent',
    ]);
    expect([bars(page, 'state'), bars(page, 'project'), bars(page, 'type')]).to.deep.equal([
      ['Ready 2', 'Not ready 1'],
      ['shop 2', 'pay 1'],
      ['service 2', 'web-application 1'],
    ]);
    expect(page.text()).to.contain('production dublin · 1 deployed Agent disconnected');
  });

  it('follows the selection, the range and the address', async () => {
    const host = createAcme();
    const page = await show(host, 'range=7d');
    expect(tiles(page)[0]).to.equal('Components 3 +1 in 7 days none in the 7 days before');
    host.scope.set({namespace: 'acme', project: 'pay'});
    await page.settle();
    expect(tiles(page)[0]).to.equal('Components 1 +1 in 7 days');
    page
      .findAll<HTMLButtonElement>('.ranges button')
      .find(({innerText}) => innerText === '12 months')!
      .click();
    page
      .findAll<HTMLButtonElement>('.ranges button')
      .find(({innerText}) => innerText === 'New')!
      .click();
    expect(host.visits).to.deep.equal(['/analytics?range=1y', '/analytics?range=7d&show=created']);
  });

  it('compares nothing with the time before the beginning', async () => {
    const page = await show(createAcme(), 'range=all');
    expect(tiles(page).slice(0, 2)).to.deep.equal(['Components 3', 'Projects 2']);
  });

  it('keeps the store of the module and tells of new data, once for each answer', async () => {
    const host = createAcme();
    const told: unknown[] = [];
    host.events.on('analytics:data-updated', (payload) => told.push(payload));
    const page = await show(host);
    const {metrics} = host.storeValues('analytics').get() as {metrics: Metrics};
    expect([metrics.namespace, metrics.components.total, metrics.byProject[0]]).to.deep.equal([
      'acme',
      3,
      {key: 'shop', count: 2},
    ]);
    expect(told).to.deep.equal([
      {namespace: 'acme', updatedAt: new Date(metrics.updatedAt).toISOString(), components: 3},
    ]);
    page.element.requestUpdate();
    await page.settle();
    expect(told.length).to.equal(1);
    host.platform.put('components', component('new', 0));
    page.find<HTMLButtonElement>('.toolbar .icon-only')!.click();
    await waitUntil(() => told.length === 2);
    expect((told[1] as {components: number}).components).to.equal(4);
  });

  it('asks the platform once in five minutes, however often it is looked at', async () => {
    const host = createAcme();
    const page = await show(host);
    const parent = page.element.parentElement!;
    page.element.remove();
    parent.append(page.element);
    await page.settle();
    expect(host.platform.calls.filter((call) => call === 'list components').length).to.equal(1);
  });

  it('shows the growth as a chart, and as a table', async () => {
    const page = await show(createAcme());
    await chart(page);
    page
      .findAll<HTMLButtonElement>('button')
      .find(({innerText}) => innerText.trim() === 'Table')!
      .click();
    await page.settle();
    expect(page.find('canvas')).to.equal(null);
    const rows = page.findAll('tbody tr').map(({innerText}) => innerText.trim().split(/\s+/).at(-1));
    expect([rows.length, rows[0], rows.at(-1)]).to.deep.equal([13, '3', '1']);
    await expect(page.element).to.be.accessible();
  });

  it('keeps the place of what is on its way', async () => {
    const host = createAcme();
    const release = host.platform.hold('list');
    const page = await show(host);
    const heights = (): readonly number[] =>
      page.findAll('.tile, analytics-chart-panel').map((element) => element.getBoundingClientRect().height);
    const before = heights();
    expect(page.findAll('[aria-busy=true]').length).to.be.greaterThan(4);
    release();
    await chart(page);
    expect(heights()).to.deep.equal(before);
  });

  it('shows the rest when one kind of object cannot be had', async () => {
    const host = createAcme();
    host.platform.fail('list environments', new PortalError('PERMISSION_DENIED', ['environment:view']));
    const page = await show(host);
    expect(tiles(page)[0]).to.contain('Components 3');
    expect(page.text()).to.contain("This needs the permission 'environment:view'.");
  });

  it('says what failed and reads again on request', async () => {
    const host = createAcme();
    host.platform.fail('list components', new PortalError('OFFLINE', []));
    const page = await show(host);
    expect(page.text()).to.contain('could not be loaded').and.to.contain('OFFLINE');
    host.platform.fail('list components', undefined);
    page.find<HTMLButtonElement>('.state button')!.click();
    await page.settle();
    expect(tiles(page)[0]).to.contain('Components 3');
  });

  it('counts objects that make no sense as unknown', async () => {
    const host = createAcme();
    host.platform.put('components', {
      metadata: {name: 'odd', namespace: 'acme', creationTimestamp: 'yesterday'},
      spec: null,
      status: 7,
    });
    const page = await show(host);
    expect(bars(page, 'type')).to.include('Not known 1');
    expect(tiles(page)[0]).to.contain('Components 4');
  });
});

describe('the settings', () => {
  it('say which range a page begins with, also while it is shown', async () => {
    const host = createAcme({settings: {range: '7d', refresh: 'off'}});
    const page = await show(host);
    expect(tiles(page)[0]).to.contain('in 7 days');
    host.settingValues.set({range: '30d', refresh: 'off'});
    await page.settle();
    expect(tiles(page)[0]).to.contain('in 30 days');
    await page.go({query: new URLSearchParams('range=1y')});
    expect(tiles(page)[0]).to.contain('in 12 months');
  });

  it('of an older version count as not set', async () => {
    const page = await show(createAcme({settings: {range: 'fortnight', refresh: 7}}));
    expect(tiles(page)[0]).to.contain('in 90 days');
  });
});
