import {expect} from '@open-wc/testing';
import {type Component, PortalError} from '@openchoreo/portal-contract';
import {createTestHost, mount, type Mounted, type TestHost, type TestHostOptions} from '@openchoreo/portal-test-kit';
import messages from '../messages/en.json' with {type: 'json'};
import {ComponentListPage} from './component-list-page.ts';

const component = (name: string, project = 'shop', reason = 'Reconciled'): Component => ({
  metadata: {
    name,
    namespace: 'acme',
    creationTimestamp: '2026-01-01T00:00:00Z',
    annotations: {'openchoreo.dev/display-name': `The ${name}`},
  },
  spec: {owner: {projectName: project}, componentType: {name: 'deployment/service'}},
  status: {
    conditions: [
      {
        type: 'Ready',
        status: reason === 'Reconciled' ? 'True' : 'False',
        reason,
        lastTransitionTime: '2026-01-01T00:00:00Z',
      },
    ],
  },
});

function hostWith(components: readonly Component[], options: Partial<TestHostOptions> = {}): TestHost {
  const host = createTestHost({
    module: 'components',
    messages,
    settings: {'page-size': 25},
    commands: {'components.create-component': {title: 'New component', status: 'available', href: '/new'}},
    ...options,
  });
  host.platform.put('components', ...components);
  return host;
}

const show = (host: TestHost, query = ''): Promise<Mounted<ComponentListPage>> =>
  mount('components-component-list-page', ComponentListPage, host, {location: {query: new URLSearchParams(query)}});

const names = (page: Mounted<ComponentListPage>): readonly string[] =>
  page.findAll('tbody th a').map(({textContent}) => textContent.trim());

describe('ComponentListPage', () => {
  it('is accessible with components, with none, and with a fault', async function () {
    this.timeout(20_000);
    const full = await show(hostWith([component('cart'), component('pay', 'shop', 'WorkloadNotFound')]));
    await expect(full.element).to.be.accessible();
    const empty = await show(hostWith([]));
    await expect(empty.element).to.be.accessible();
    const host = hostWith([]);
    host.platform.fail('list components', new PortalError('OFFLINE', []));
    await expect((await show(host)).element).to.be.accessible();
  });

  it('shows each component with its project, type and state in words', async () => {
    const host = hostWith([component('cart'), component('pay', 'money', 'WorkloadNotFound')]);
    const page = await show(host);
    expect(names(page)).to.deep.equal(['The cart', 'The pay']);
    expect(page.text()).to.contain('money').and.to.contain('service').and.to.contain('No workload yet');
    expect(host.missing).to.deep.equal([]);
  });

  it('keeps search, filters, sort and page in the address', async () => {
    const host = hostWith([component('cart'), component('pay')]);
    const page = await show(host, 'type=deployment/service');
    const search = page.find<HTMLInputElement>('input[type=search]')!;
    search.value = 'ca';
    search.dispatchEvent(new InputEvent('input'));
    page.find<HTMLButtonElement>('thead button')!.click();
    expect(host.visits).to.deep.equal([
      '/catalog/components?q=ca&type=deployment%2Fservice',
      '/catalog/components?type=deployment%2Fservice&sort=-name',
    ]);
  });

  it('shows what the address says', async () => {
    const many = Array.from({length: 30}, (_, index) => component(`c${String(index).padStart(2, '0')}`));
    const page = await show(hostWith(many), 'sort=-name&page=2');
    expect(names(page)).to.deep.equal(['The c04', 'The c03', 'The c02', 'The c01', 'The c00']);
    await page.go({query: new URLSearchParams('q=c07')});
    expect(names(page)).to.deep.equal(['The c07']);
    await page.go({query: new URLSearchParams('q=nothing-like-it')});
    expect(page.text()).to.contain('Nothing found');
  });

  it('offers the first component only to those who may create one', async () => {
    const may = await show(hostWith([]));
    expect(may.text()).to.contain('No components yet').and.to.contain('New component');
    const denied = {title: 'New component', status: 'denied'} as const;
    const mayNot = await show(hostWith([], {commands: {'components.create-component': denied}}));
    expect(mayNot.text()).to.contain('No components yet').and.not.to.contain('New component');
  });

  it('says what failed and loads again on request', async () => {
    const host = hostWith([component('cart')]);
    host.platform.fail('list components', new PortalError('OFFLINE', []));
    const page = await show(host);
    expect(page.text()).to.contain('could not be loaded').and.to.contain('OFFLINE');
    host.platform.fail('list components', undefined);
    page.find<HTMLButtonElement>('.state button')!.click();
    await page.settle();
    expect(names(page)).to.deep.equal(['The cart']);
  });

  it('shows bones while it loads', async () => {
    const host = hostWith([component('cart')]);
    const release = host.platform.hold('list components');
    const page = await show(host);
    expect(page.find('[aria-busy=true] .skeleton')).not.to.equal(null);
    release();
    await page.settle();
    expect(names(page)).to.deep.equal(['The cart']);
  });

  it('asks for a namespace where none is chosen', async () => {
    const page = await show(hostWith([], {scope: {}}));
    expect(page.text()).to.contain('No namespace chosen');
  });
});
