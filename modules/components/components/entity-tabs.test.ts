import {expect, waitUntil} from '@open-wc/testing';
import type {Contribution} from '@openchoreo/portal-contract';
import {createTestHost, mount, type Mounted, type TestHost} from '@openchoreo/portal-test-kit';
import messages from '../messages/en.json' with {type: 'json'};
import type {EntityTab} from '../types/entity-tab.ts';
import {EntityTabs} from './entity-tabs.ts';

const tab = (id: string, module = 'cost'): Contribution<EntityTab> => ({
  module,
  point: 'components.tabs',
  id,
  key: `${module}/components.tabs/${id}`,
  data: {id, title: id.toUpperCase(), component: {entry: 'tab.js', export: 'Tab'}},
});

describe('EntityTabs', () => {
  let host: TestHost;
  let made: string[];

  const show = async (query = ''): Promise<Mounted<EntityTabs>> => {
    const page = await mount('components-entity-tabs', EntityTabs, host, {
      location: {params: {component: 'cart'}, query: new URLSearchParams(query)},
      properties: {path: '/catalog/components/cart'},
    });
    page.element.append(Object.assign(document.createElement('p'), {textContent: 'What it is'}));
    await page.settle();
    return page;
  };
  const tabs = (page: Mounted<EntityTabs>): unknown =>
    page.findAll<HTMLAnchorElement>('[role=tab]').map((one) => [one.textContent.trim(), one.ariaSelected, one.search]);

  beforeEach(() => {
    host = createTestHost({module: 'components', messages});
    made = [];
    host.contributions.createElement = ({key}) => {
      made.push(key);
      return Object.assign(document.createElement('p'), {textContent: key});
    };
    host.cards.set([tab('costs'), tab('usage', 'analytics')]);
  });

  it('is accessible, on the overview and on a tab', async () => {
    await expect((await show()).element).to.be.accessible();
    await expect((await show('tab=cost.costs')).element).to.be.accessible();
  });

  it('has the overview and a tab for each contribution, each with an address, and makes none before it is opened', async () => {
    const page = await show();
    expect([tabs(page), made]).to.deep.equal([
      [
        ['Overview', 'true', '?namespace=acme'],
        ['COSTS', 'false', '?tab=cost.costs&namespace=acme'],
        ['USAGE', 'false', '?tab=analytics.usage&namespace=acme'],
      ],
      [],
    ]);
    expect(page.text()).to.contain('What it is');
    expect(host.missing).to.deep.equal([]);
  });

  it('shows the tab of the address, and the same element when it is opened again', async () => {
    const page = await show('tab=cost.costs');
    expect(page.find('[role=tabpanel]')?.textContent).to.contain('cost/components.tabs/costs');
    expect(page.find('[role=tabpanel]')?.getAttribute('aria-labelledby')).to.equal('tab-cost.costs');
    await page.go({query: new URLSearchParams('tab=analytics.usage')});
    await page.go({query: new URLSearchParams('tab=cost.costs')});
    expect(made).to.deep.equal(['cost/components.tabs/costs', 'analytics/components.tabs/usage']);
  });

  it('is operated by arrow keys, and opened by Space and Enter', async () => {
    const page = await show();
    const [overview, costs, usage] = page.findAll<HTMLAnchorElement>('[role=tab]');
    const opened: string[] = [];
    for (const one of [overview, costs, usage]) {
      one?.addEventListener('click', (event) => {
        event.preventDefault();
        opened.push(one.textContent.trim());
      });
    }
    const press = (key: string): void =>
      void page.element.shadowRoot?.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', {key, bubbles: true, composed: true, cancelable: true}),
      );
    const focused: unknown[] = [];
    overview?.focus();
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowLeft', 'Home', 'End']) {
      press(key);
      focused.push(page.element.shadowRoot?.activeElement);
    }
    press(' ');
    expect([focused, opened]).to.deep.equal([[costs, usage, overview, usage, overview, usage], ['USAGE']]);
  });

  it('waits for a tab that may still come, then says that there is none and leads to the overview', async () => {
    const page = await show('tab=gone.tab');
    expect([page.find('[aria-busy]') !== null, page.text().includes('no such tab')]).to.deep.equal([true, false]);
    await waitUntil(() => page.text().includes('There is no such tab here'), 'it says so', {timeout: 3000});
    await expect(page.element).to.be.accessible();
    host.cards.set([tab('tab', 'gone')]);
    await page.settle();
    expect(page.text()).to.contain('gone/components.tabs/tab');
  });
});
