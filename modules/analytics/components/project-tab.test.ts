import {expect, waitUntil} from '@open-wc/testing';
import {PortalError} from '@openchoreo/portal-contract';
import {mount, type Mounted, type TestHost} from '@openchoreo/portal-test-kit';
import messages from '../messages/de.json' with {type: 'json'};
import {createAcme} from '../testing/acme.ts';
import {ProjectTab} from './project-tab.ts';

const show = (host: TestHost, query = '', project = 'shop'): Promise<Mounted<ProjectTab>> =>
  mount('analytics-project-tab', ProjectTab, host, {
    location: {params: {project}, query: new URLSearchParams(`tab=analytics.figures&${query}`)},
  });

const texts = (page: Mounted<ProjectTab>, selector: string): readonly string[] =>
  page.findAll(selector).map(({innerText}) => innerText.replace(/\s+/g, ' ').trim());

const press = (page: Mounted<ProjectTab>, name: string): void =>
  page
    .findAll<HTMLButtonElement>('button')
    .find(({innerText}) => innerText.trim() === name)!
    .click();

describe('the tab of a project', () => {
  it('is accessible with figures, without, and when they cannot be had, in English and in German', async function () {
    this.timeout(20_000);
    const failing = createAcme();
    failing.platform.fail('list', new PortalError('OFFLINE', []));
    for (const [host, project] of [
      [createAcme(), 'shop'],
      [createAcme(), 'nothing'],
      [failing, 'shop'],
      [createAcme({messages}), 'shop'],
    ] as const) {
      const page = await show(host, '', project);
      await expect(page.element).to.be.accessible();
      expect(host.missing).to.deep.equal([]);
    }
  });

  it('counts what the platform has of this project, whichever is selected', async () => {
    const page = await show(createAcme({scope: {namespace: 'acme', project: 'pay'}}));
    expect(texts(page, '.tile')).to.deep.equal([
      'Components 2 +1 in 90 days none in the 90 days before',
      'Ready 50% 1 of 2 components',
      'Deployments 3 2 ready, in 2 environments',
    ]);
    expect(texts(page, '.bars li')).to.deep.equal(['Not ready 1', 'Ready 1', 'service 1', 'web-application 1']);
    expect(texts(page, '.environments .muted')).to.deep.equal(['frankfurt · 2 deployed', 'dublin · 1 deployed']);
    const more = page.findAll<HTMLAnchorElement>('footer a')[0]!;
    expect(new URL(more.href).search).to.equal('?namespace=acme&project=shop');
  });

  it('keeps the range and what the chart shows in the address of the tab', async () => {
    const host = createAcme();
    const page = await show(host, 'range=7d');
    expect(texts(page, '.tile')[0]).to.equal('Components 2 none new in 7 days none in the 7 days before');
    press(page, '12 months');
    press(page, 'New');
    expect(host.visits).to.deep.equal([
      '/catalog/projects/shop?range=1y&tab=analytics.figures',
      '/catalog/projects/shop?range=7d&show=created&tab=analytics.figures',
    ]);
    await page.go({params: {project: 'shop'}, query: new URLSearchParams('range=forever&show=__proto__')});
    expect(texts(page, '.tile')[0]).to.contain('in 90 days');
  });

  it('draws the growth, and shows it as a table', async () => {
    const page = await show(createAcme());
    await waitUntil(() => page.find('canvas') !== null, 'the chart is drawn');
    press(page, 'Table');
    await page.settle();
    expect(texts(page, 'tbody tr').at(0)?.split(' ').at(-1)).to.equal('2');
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
    await waitUntil(() => page.find('canvas') !== null, 'the chart is drawn');
    expect(heights()).to.deep.equal(before);
  });

  it('says that there is nothing to count in a project without components', async () => {
    const page = await show(createAcme(), '', 'nothing');
    expect(page.text()).to.contain('Nothing to count yet');
    expect(page.findAll('.tile')).to.deep.equal([]);
  });

  it('shows the rest where the deployments cannot be had, and says why', async () => {
    const host = createAcme();
    host.platform.fail('list releasebindings', new PortalError('PERMISSION_DENIED', ['releasebinding:view']));
    const page = await show(host);
    expect(texts(page, '.tile')[0]).to.contain('Components 2');
    expect(texts(page, '.tile')[2]).to.equal("Deployments – This needs the permission 'releasebinding:view'.");
  });

  it('says what failed and reads again on request', async () => {
    const host = createAcme();
    host.platform.fail('list components', new PortalError('OFFLINE', []));
    const page = await show(host);
    expect(page.text()).to.contain('could not be loaded').and.to.contain('OFFLINE');
    host.platform.fail('list components', undefined);
    page.find<HTMLButtonElement>('.state button')!.click();
    await page.settle();
    expect(texts(page, '.tile')[0]).to.contain('Components 2');
  });
});
