import {expect} from '@open-wc/testing';
import type {RegistryEntry} from '@openchoreo/portal-contract';
import {createTestHost, mount, type TestHost} from '@openchoreo/portal-test-kit';
import messages from '../messages/en.json' with {type: 'json'};
import {ModuleDetailPage} from './module-detail-page.ts';

const ENTRY: RegistryEntry = {
  id: 'shop',
  name: 'Shop',
  version: '1.2.3',
  source: 'modules/shop',
  status: 'enabled',
  manifest: {
    id: 'shop',
    name: 'Shop',
    version: '1.2.3',
    apiVersion: 1,
    description: 'Sells things',
    routes: {base: '/shop', definitions: [{path: '/', title: 'Carts', permissions: ['cart:view']}]},
  },
  checks: [{check: 'enabled', passed: true, detail: 'It is enabled.'}],
  dependents: ['pay'],
  transitions: [{status: 'installed', at: 0, detail: '1.2.3 · Ada'}],
  changedAt: '2026-01-01T00:00:00Z',
  changedBy: 'Ada',
};

function hostWith(entry: RegistryEntry): TestHost {
  const host = createTestHost({module: 'module-manager', messages, portal: () => [entry]});
  host.parts.set('shop', [
    {kind: 'module', key: 'shop', name: 'Shop', module: 'shop', outcome: 'shown', checks: []},
    {
      kind: 'page',
      key: '/shop',
      name: 'Carts',
      module: 'shop',
      outcome: 'blocked',
      checks: [
        {check: 'enabled', passed: true, detail: 'It is enabled.'},
        {check: 'permission', passed: false, detail: 'It needs cart:view, which you do not hold in any scope.'},
      ],
    },
  ]);
  host.timelines.set('shop', [
    {status: 'activating', at: Date.UTC(2026, 0, 1, 10)},
    {status: 'active', at: Date.UTC(2026, 0, 1, 10, 0, 1)},
    {status: 'handling', at: Date.UTC(2026, 0, 1, 10, 0, 2), count: 3},
  ]);
  host.explained.set('shop', [
    {check: 'enabled', passed: false, detail: 'The tab would say something else.'},
    {check: 'load', passed: false, detail: 'Its code could not be loaded.', code: 'MODULE_LOAD_FAILED'},
  ]);
  return host;
}

const show = (host: TestHost, module = 'shop') =>
  mount('module-manager-module-detail-page', ModuleDetailPage, host, {location: {params: {module}}});

describe('ModuleDetailPage', () => {
  it('is accessible, also for a refused module', async () => {
    await expect((await show(hostWith(ENTRY))).element).to.be.accessible();
    const problem = {code: 'MANIFEST_INVALID', detail: 'The manifest is not valid', faults: ['id: found 7']};
    const page = await show(hostWith({...ENTRY, status: 'refused', problem}));
    await expect(page.element).to.be.accessible();
    for (const text of ['MANIFEST_INVALID', 'The manifest is not valid', 'id: found 7', 'Refused']) {
      expect(page.text()).to.contain(text);
    }
  });

  it('says what the module is, adds and asks, who needs it and who switched it last', async () => {
    const host = hostWith(ENTRY);
    const page = await show(host);
    for (const text of ['1.2.3', 'Sells things', 'modules/shop', 'pay', 'Ada', '/shop', 'Carts', 'cart:view']) {
      expect(page.text()).to.contain(text);
    }
    expect(host.missing).to.deep.equal([]);
  });

  it('names contributions that do not fit their point, with every fault, and those whose point nobody opens', async () => {
    const contributions = {
      refused: [{point: 'cost.charts', id: 'yen', faults: [{path: 'unit', found: '"yen"', expected: '"€" or "$"'}]}],
      waiting: ['gone.cards'],
    };
    const host = hostWith({...ENTRY, contributions});
    const page = await show(host);
    for (const text of ['“yen” does not fit', 'cost.charts', 'unit: found "yen"', 'adds to gone.cards waits']) {
      expect(page.text()).to.contain(text);
    }
    await expect(page.element).to.be.accessible();
    expect([host.missing, (await show(hostWith(ENTRY))).text().includes('not shown')]).to.deep.equal([[], false]);
  });

  it('names the fields of the manifest that this portal does not know, and says nothing where there are none', async () => {
    const {manifest} = ENTRY;
    const definitions = [{path: '/', title: 'Carts', component: {tag: 'shop-carts'}, tilte: 'Carts'}];
    const later = {...manifest!, quota: 3, routes: {base: '/shop', definitions}};
    const host = hostWith({...ENTRY, manifest: later});
    const page = await show(host);
    await expect(page.element).to.be.accessible();
    expect([...page.findAll('.unknown code')].map(({textContent}) => textContent)).to.deep.equal([
      'routes.definitions.0.tilte',
      'quota',
    ]);
    expect([page.find('.unknown p')?.textContent.includes('2 fields'), host.missing]).to.deep.equal([true, []]);
    expect((await show(hostWith(ENTRY))).find('.unknown')).to.equal(null);
  });

  it('says why the module is shown or not: the gateway first, then what only the tab knows', async () => {
    const page = await show(hostWith(ENTRY));
    const checks = page.find('module-manager-checks')?.shadowRoot;
    const details = [...(checks?.querySelectorAll('.detail') ?? [])].map(({textContent}) => textContent);
    expect(details).to.deep.equal(['It is enabled.', 'Its code could not be loaded. MODULE_LOAD_FAILED']);
  });

  it('says of each part whether it is shown, and, opened, why', async () => {
    const page = await show(hostWith(ENTRY));
    const part = page.find('details');
    part?.toggleAttribute('open', true);
    await page.settle();
    await expect(page.element).to.be.accessible();
    expect(page.find('summary')?.textContent.replace(/\s+/g, ' ').trim()).to.equal('Carts/shop Blocked');
    expect(page.text()).to.contain('It needs cart:view, which you do not hold in any scope.');
  });

  it('asks again about each part where another scope is selected', async () => {
    const host = hostWith(ENTRY);
    const page = await show(host);
    host.parts.set('shop', []);
    await page.settle();
    expect(page.find('summary')).to.not.equal(null);
    host.scope.set({namespace: 'acme', project: 'shop'});
    await page.settle();
    expect(page.find('summary')).to.equal(null);
  });

  it('tells what became of the module, the newest first, and follows it', async () => {
    const host = hostWith(ENTRY);
    const page = await show(host);
    const steps = (): string[] => {
      const timeline = page.find('module-manager-timeline')?.shadowRoot;
      return [...(timeline?.querySelectorAll('li > span') ?? [])].map(({textContent}) =>
        textContent.replace(/\s+/g, ' ').trim(),
      );
    };
    expect(steps()).to.deep.equal(['Handled events and use 3 times', 'Active', 'Starting', 'Installed 1.2.3 · Ada']);
    host.timelines.set('shop', [{status: 'failed', at: 0, detail: 'HOOK_FAILED'}]);
    host.states.set([{id: 'shop', name: 'Shop', version: '1.2.3', status: 'deactivated', since: 0}]);
    await page.settle();
    expect(steps()).to.deep.equal(['Failed HOOK_FAILED', 'Installed 1.2.3 · Ada']);
    expect(host.missing).to.deep.equal([]);
  });

  it('says where an installed module came from, and takes it out of the portal when that is meant', async () => {
    const asked: string[] = [];
    const answers = [false, true];
    const installed: RegistryEntry = {...ENTRY, isInstalled: true, source: 'my-shop'};
    const host = createTestHost({
      module: 'module-manager',
      messages,
      confirms: () => answers.shift() ?? false,
      portal(path, init) {
        if (init?.method) asked.push(`${init.method} ${path}`);
        return [installed];
      },
    });
    const page = await show(host);
    expect(page.text()).to.contain('Installed from the folder my-shop');
    await expect(page.element).to.be.accessible();
    const remove = [...page.element.renderRoot.querySelectorAll('button')].find(
      (one) => one.textContent.trim() === 'Remove…',
    );
    remove?.click();
    await page.settle();
    expect(asked).to.deep.equal([]);
    remove?.click();
    await page.settle();
    expect(asked).to.deep.equal(['DELETE /api/portal/modules/shop?dependents=true']);
    expect(host.missing).to.deep.equal([]);
    expect((await show(hostWith(ENTRY))).text()).not.to.contain('Remove…');
  });

  it('shows the error of a module that failed in this tab', async () => {
    const host = hostWith(ENTRY);
    const error = {code: 'ACTIVATION_TIMEOUT', message: 'It took too long.'};
    host.states.set([{id: 'shop', name: 'Shop', version: '1.2.3', status: 'failed', since: 0, error}]);
    const page = await show(host);
    expect(page.text()).to.contain('It took too long.').and.to.contain('ACTIVATION_TIMEOUT');
  });

  it('leads back to the list from a module that is not there', async () => {
    const page = await show(hostWith(ENTRY), 'ghost');
    expect(page.text()).to.contain('There is no module “ghost”').and.to.contain('All modules');
  });
});
