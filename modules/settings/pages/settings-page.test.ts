import {expect, waitUntil} from '@open-wc/testing';
import {PortalError, type SettingGroup} from '@openchoreo/portal-contract';
import {createTestHost, mount, type Mounted, type TestHost, type TestHostOptions} from '@openchoreo/portal-test-kit';
import messages from '../messages/en.json' with {type: 'json'};
import {SettingsPage} from './settings-page.ts';

const options = [
  {value: 'a', label: 'Apple'},
  {value: 'b', label: 'Pear'},
];
const SHOP: SettingGroup = {
  module: 'shop',
  name: 'Shop',
  description: 'Sells things',
  settings: [
    {key: 'size', type: 'number', label: 'Rows', description: 'On one page', default: 25, minimum: 5, maximum: 100},
    {key: 'title', type: 'string', label: 'Title'},
    {key: 'beta', type: 'boolean', label: 'Beta', default: false},
    {key: 'fruit', type: 'select', label: 'Fruit', options},
    {key: 'fruits', type: 'multiselect', label: 'Fruits', options, default: []},
    {key: 'free', type: 'json', label: 'Free', default: {}},
    {key: 'currency', type: 'string', label: 'Currency', level: 'portal', default: 'EUR'},
  ],
  values: {title: 'Mine'},
};

describe('SettingsPage', () => {
  let host: TestHost;
  let page: Mounted<SettingsPage>;
  let sent: unknown[];
  let values: Record<string, unknown>;

  const show = async (module = 'shop', change: Partial<TestHostOptions> = {}): Promise<void> => {
    sent = [];
    values = {...SHOP.values};
    host = createTestHost({
      module: 'settings',
      messages,
      portal(path, init) {
        if (path === '/api/portal/settings') return [SHOP];
        const {key, value} = init?.body as {key: string; value?: unknown};
        sent.push([path, key, value]);
        if (value === 'refused') throw new PortalError('SETTING_INVALID', ['shop', 'no']);
        if (value === undefined) values = Object.fromEntries(Object.entries(values).filter(([name]) => name !== key));
        else values = {...values, [key]: value};
        return {values};
      },
      ...change,
    });
    page = await mount('settings-settings-page', SettingsPage, host, {location: {params: module ? {module} : {}}});
    await page.settle();
  };
  const field = (label: string): HTMLElement =>
    page.findAll('settings-field').find((one) => one.shadowRoot?.querySelector('#label')?.textContent === label)!;
  const control = <T extends HTMLElement = HTMLInputElement>(label: string): T =>
    field(label).shadowRoot!.querySelector<T>('#control')!;
  const fault = (label: string): string | undefined =>
    field(label).shadowRoot?.querySelector('.fault')?.textContent ?? undefined;
  const type = async (label: string, value: string): Promise<void> => {
    const input = control(label);
    input.value = value;
    input.dispatchEvent(new Event('change'));
    await page.settle();
  };

  it('is accessible: own preferences, a module, a module that has none', async () => {
    for (const module of ['', 'shop', 'ghost']) {
      await show(module);
      await expect(page.element).to.be.accessible();
      expect(host.missing).to.deep.equal([]);
    }
    expect(page.text()).to.contain('There is nothing to set for “ghost”');
  });

  it('makes a control for each setting, with what was set or the default', async () => {
    await show();
    expect([
      control('Rows').value,
      control('Title').value,
      control('Beta').checked,
      control<HTMLSelectElement>('Fruit').value,
      control<HTMLTextAreaElement>('Free').value,
    ]).to.deep.equal(['25', 'Mine', false, '', '{}']);
    expect(page.text()).to.contain('On one page').and.contain('for everybody');
    expect(page.findAll('nav a').map((link) => [link.textContent, link.ariaCurrent])).to.deep.equal([
      ['Your preferences', null],
      ['Shop', 'page'],
    ]);
  });

  it('keeps each change as it is made, and goes back to the default', async () => {
    await show();
    await type('Rows', '50');
    control('Beta').click();
    await page.settle();
    const [, pear] = field('Fruits').shadowRoot!.querySelectorAll('input');
    pear!.click();
    await page.settle();
    await type('Free', '{"a": [1]}');
    field('Title').shadowRoot?.querySelector('button')?.click();
    await page.settle();
    expect(sent).to.deep.equal([
      ['/api/portal/settings/shop', 'size', 50],
      ['/api/portal/settings/shop', 'beta', true],
      ['/api/portal/settings/shop', 'fruits', ['b']],
      ['/api/portal/settings/shop', 'free', {a: [1]}],
      ['/api/portal/settings/shop', 'title', undefined],
    ]);
    expect([control('Title').value, page.find('[role=status]')?.textContent]).to.deep.equal(['', 'Title is saved']);
  });

  it('says beside the field what is wrong, and sends nothing', async () => {
    await show();
    await type('Rows', '3');
    await type('Free', '{');
    expect([fault('Rows'), fault('Free'), sent, control('Rows').getAttribute('aria-invalid')]).to.deep.equal([
      'Enter a number. At least 5. At most 100.',
      'This is not JSON, or too long.',
      [],
      'true',
    ]);
    await expect(page.element).to.be.accessible();
    await type('Rows', '7');
    expect([fault('Rows'), sent.length]).to.deep.equal([undefined, 1]);
  });

  it('says beside the field why the server refused', async () => {
    await show();
    await type('Title', 'refused');
    expect(fault('Title')).to.contain("A setting of 'shop' cannot be this: no");
  });

  it('lets only operators change what is for everybody', async () => {
    await show('shop', {allows: (action) => action !== 'portalmodule:update'});
    expect([control('Currency').disabled, control('Rows').disabled]).to.deep.equal([true, false]);
    await show();
    expect(control('Currency').disabled).to.equal(false);
  });

  it('shows a module’s own settings page, and one of a module without settings', async () => {
    await show('cost');
    host.cards.set([
      {
        module: 'cost',
        point: 'portal.settings',
        id: 'own',
        key: 'cost/portal.settings/own',
        data: {id: 'own', title: 'Cost', component: {entry: 'own.js', export: 'Own'}},
      },
    ]);
    await page.settle();
    expect(page.findAll('nav a').map(({textContent}) => textContent)).to.deep.equal([
      'Your preferences',
      'Shop',
      'Cost',
    ]);
    expect(page.find('.body > div')).not.to.equal(null);
  });

  it('changes theme, language, perspective and single keys of the person', async () => {
    await show('');
    const selects = page.findAll<HTMLSelectElement>('select');
    for (const [index, value] of ['dark', 'de', 'platform-engineering'].entries()) {
      selects[index]!.value = value;
      selects[index]!.dispatchEvent(new Event('change'));
    }
    const singleKeys = page.find<HTMLInputElement>('#single-keys')!;
    expect(singleKeys.checked).to.equal(true);
    singleKeys.click();
    await page.settle();
    const chosen = {theme: 'dark', locale: 'de', perspective: 'platform-engineering'};
    expect(host.preferences.get()).to.deep.equal({...chosen, singleKeys: 'off'});
    singleKeys.click();
    await page.settle();
    expect(host.preferences.get()).to.deep.equal({...chosen, singleKeys: 'on'});
  });

  it('offers to try again when the settings cannot be had', async () => {
    let isAway = true;
    await show('shop', {
      portal() {
        if (isAway) throw new PortalError('DATABASE_UNAVAILABLE', []);
        return [SHOP];
      },
    });
    await waitUntil(() => page.text().includes('could not be loaded'));
    isAway = false;
    page.find('button')?.click();
    await waitUntil(() => page.text().includes('Rows'));
  });
});
