import {expect, html, waitUntil} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import type {PortalUserMenu} from './portal-user-menu.ts';
import {frameFixture} from './test-support/frame-fixture.ts';
import type {TestServices} from './test-support/test-services.ts';

async function openMenu(): Promise<{menu: PortalUserMenu; services: TestServices; focused: () => string | undefined}> {
  const {element: menu, services} = await frameFixture<PortalUserMenu>(html`<portal-user-menu></portal-user-menu>`);
  const focused = () => menu.shadowRoot?.activeElement?.textContent?.trim();
  menu.shadowRoot?.querySelector<HTMLElement>('.trigger')?.focus();
  await sendKeys({press: 'Enter'});
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

  it('chooses the theme and the language', async () => {
    const {menu, services} = await openMenu();
    await sendKeys({press: 'd'});
    await sendKeys({press: 'Enter'});
    await waitUntil(() => services.state.theme.get() === 'dark');
    await sendKeys({press: 'd'});
    await sendKeys({press: 'Enter'});
    await waitUntil(() => menu.shadowRoot?.textContent?.includes('Farbschema'));
    const checked = [...(menu.shadowRoot?.querySelectorAll('[aria-checked=true]') ?? [])];
    expect(checked.map((item) => item.textContent?.trim())).to.deep.equal(['Dunkel', 'Deutsch']);
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
