import {expect, waitUntil} from '@open-wc/testing';
import {PortalError} from '@openchoreo/portal-contract';
import {mount, type Mounted, type TestHost} from '@openchoreo/portal-test-kit';
import messages from '../messages/de.json' with {type: 'json'};
import {createAcme} from '../testing/acme.ts';
import {ComponentTab} from './component-tab.ts';

const show = (host: TestHost, query = '', component = 'cart'): Promise<Mounted<ComponentTab>> =>
  mount('analytics-component-tab', ComponentTab, host, {
    location: {params: {component}, query: new URLSearchParams(`tab=analytics.figures&${query}`)},
  });

const texts = (page: Mounted<ComponentTab>, selector: string): readonly string[] =>
  page.findAll(selector).map(({innerText}) => innerText.replace(/\s+/g, ' ').trim());

const press = (page: Mounted<ComponentTab>, name: string): void =>
  page
    .findAll<HTMLButtonElement>('button')
    .find(({innerText}) => innerText.trim() === name)!
    .click();

describe('the tab of a component', () => {
  it('is accessible with figures, without, and when they cannot be had, in English and in German', async function () {
    this.timeout(20_000);
    const failing = createAcme();
    failing.platform.fail('list', new PortalError('OFFLINE', []));
    for (const [host, component] of [
      [createAcme(), 'cart'],
      [createAcme(), 'web'],
      [failing, 'cart'],
      [createAcme({messages}), 'cart'],
    ] as const) {
      const page = await show(host, '', component);
      await expect(page.element).to.be.accessible();
      expect(host.missing).to.deep.equal([]);
    }
  });

  it('counts the releases of this component, and says how old those are that are deployed', async () => {
    const page = await show(createAcme({scope: {namespace: 'acme', component: 'web'}}));
    const [releases, last, deployments] = texts(page, '.tile');
    expect([releases, deployments]).to.deep.equal([
      'Releases 3 +2 in 90 days none in the 90 days before',
      'Deployments 2 2 ready, in 2 environments',
    ]);
    expect(last).to.equal('Last release cart-3');
    const moment = page.find('.tile portal-time')!.getAttribute('datetime')!;
    expect(Math.round((Date.now() - Date.parse(moment)) / 86_400_000)).to.equal(2);
    expect(texts(page, '.bars li')).to.deep.equal(['development 2 days', 'production 30 days']);
  });

  it('keeps the range and what the chart shows in the address of the tab', async () => {
    const host = createAcme();
    const page = await show(host, 'range=7d');
    expect(texts(page, '.tile')[0]).to.equal('Releases 3 +1 in 7 days none in the 7 days before');
    press(page, '12 months');
    press(page, 'New');
    expect(host.visits).to.deep.equal([
      '/catalog/components/cart?range=1y&tab=analytics.figures',
      '/catalog/components/cart?range=7d&show=created&tab=analytics.figures',
    ]);
  });

  it('draws when they were cut, and shows it as a table', async () => {
    const page = await show(createAcme());
    await waitUntil(() => page.find('canvas') !== null, 'the chart is drawn');
    press(page, 'Table');
    await page.settle();
    expect(texts(page, 'tbody tr').at(0)?.split(' ').at(-1)).to.equal('3');
  });

  it('says that there are no releases yet', async () => {
    const page = await show(createAcme(), '', 'web');
    expect(page.text()).to.contain('No releases yet');
  });

  it('leaves out ages that are not known', async () => {
    const host = createAcme();
    host.platform.put('componentreleases', {
      metadata: {name: 'cart-2', namespace: 'acme', creationTimestamp: 'yesterday'},
      spec: {owner: {projectName: 'shop', componentName: 'cart'}, componentType: {}, workload: {}},
    });
    expect(texts(await show(host), '.bars li')).to.deep.equal(['development 2 days']);
  });

  it('shows the rest where deployments or environments cannot be had, and says why', async () => {
    const host = createAcme();
    host.platform.fail('list environments', new PortalError('OFFLINE', []));
    expect(texts(await show(host), '.bars li').length).to.equal(2);
    host.platform.fail('list releasebindings', new PortalError('PERMISSION_DENIED', ['releasebinding:view']));
    const page = await show(host);
    expect(texts(page, '.tile')[0]).to.contain('Releases 3');
    expect(texts(page, '.tile')[2]).to.equal("Deployments – This needs the permission 'releasebinding:view'.");
    expect(texts(page, 'section[aria-labelledby=ages]')[0]).to.contain('releasebinding:view');
  });

  it('says what failed and reads again on request', async () => {
    const host = createAcme();
    host.platform.fail('list componentreleases', new PortalError('OFFLINE', []));
    const page = await show(host);
    expect(page.text()).to.contain('could not be loaded').and.to.contain('OFFLINE');
    host.platform.fail('list componentreleases', undefined);
    page.find<HTMLButtonElement>('.state button')!.click();
    await page.settle();
    expect(texts(page, '.tile')[0]).to.contain('Releases 3');
  });
});
