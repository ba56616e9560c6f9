import {expect, html, waitUntil} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import type {PortalUserMenu} from './portal-user-menu.ts';
import {needsKeyboard} from './test-support/needs.ts';
import {frameFixture} from './test-support/frame-fixture.ts';
import type {TestServices} from './test-support/test-services.ts';

async function openMenu(): Promise<{menu: PortalUserMenu; services: TestServices; focused: () => string | undefined}> {
  const {element: menu, services} = await frameFixture<PortalUserMenu>(html`<portal-user-menu></portal-user-menu>`);
  const focused = () => menu.shadowRoot?.activeElement?.textContent.trim();
  menu.shadowRoot?.querySelector<HTMLElement>('.trigger')?.click();
  await waitUntil(() => focused() === 'Like the system');
  return {menu, services, focused};
}

describe('<portal-user-menu>', () => {
  it('is accessible, closed and open', async () => {
    const {element} = await frameFixture<PortalUserMenu>(html`<portal-user-menu></portal-user-menu>`);
    await expect(element).to.be.accessible();
    const {menu} = await openMenu();
    await expect(menu).to.be.accessible();
  });

  it('chooses the theme and the language', async () => {
    const {menu, services} = await openMenu();
    const choose = (text: string) => {
      const items = [...(menu.shadowRoot?.querySelectorAll<HTMLElement>('[role=menuitemradio]') ?? [])];
      items.find((item) => item.textContent.trim() === text)?.click();
    };
    choose('Dark');
    expect(services.state.theme.get()).to.equal('dark');
    choose('Deutsch');
    await waitUntil(() => menu.shadowRoot?.textContent.includes('Farbschema'));
    const checked = [...(menu.shadowRoot?.querySelectorAll('[aria-checked=true]') ?? [])];
    expect(checked.map((item) => item.textContent.trim())).to.deep.equal(['Dunkel', 'Deutsch']);
  });
});

describe('<portal-user-menu> of an operator', () => {
  it('offers to view the portal as a role to those who may, and to nobody else', async () => {
    const {menu, services} = await openMenu();
    const items = (): string => menu.shadowRoot?.textContent ?? '';
    expect(items()).not.to.contain('View as role');
    menu.shadowRoot?.querySelector<HTMLElement>('[popover]')?.hidePopover();
    services.stores.mayViewAs.set(true);
    menu.shadowRoot?.querySelector<HTMLElement>('.trigger')?.click();
    await waitUntil(() => items().includes('View as role'));
    const buttons = [...(menu.shadowRoot?.querySelectorAll('button') ?? [])];
    buttons.find((button) => button.textContent.includes('View as role'))?.click();
    expect(services.calls).to.deep.include(['viewAs']);
  });
});

describe('<portal-user-menu> by keyboard', () => {
  before(needsKeyboard);

  it('moves by arrows, Home, End and first letter, round at both ends', async () => {
    const {focused} = await openMenu();
    const visited: (string | undefined)[] = [];
    for (const press of ['ArrowDown', 'End', 'ArrowDown', 'ArrowUp', 'Home', 'd', 'd']) {
      await sendKeys({press});
      visited.push(focused());
    }
    expect(visited).to.deep.equal([
      'Light',
      'Sign out',
      'Like the system',
      'Sign out',
      'Like the system',
      'Dark',
      'Deutsch',
    ]);
  });

  it('closes with Escape and gives the focus back', async () => {
    const {menu} = await openMenu();
    await sendKeys({press: 'Escape'});
    await waitUntil(() => menu.shadowRoot?.activeElement?.classList.contains('trigger'));
  });

  it('signs out', async () => {
    const {services} = await openMenu();
    await sendKeys({press: 'End'});
    await sendKeys({press: 'Enter'});
    await waitUntil(() => services.calls.some(([name]) => name === 'signOut'));
  });
});
