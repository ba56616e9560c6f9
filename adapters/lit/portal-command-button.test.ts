import type {CommandState} from '@openchoreo/portal-contract';
import {expect, html} from '@open-wc/testing';
import {defineElement} from './define-element.ts';
import {PortalCommandButton} from './portal-command-button.ts';
import {portalFixture} from './test-support/portal-fixture.ts';
import {testStore} from './test-support/test-store.ts';

const STATE: CommandState = {id: 'shop.buy', title: 'Buy', status: 'available'};

async function show(state: CommandState | undefined, showDenied = false) {
  defineElement('portal-command-button', PortalCommandButton);
  const store = testStore<CommandState | undefined>(state);
  const pressed: unknown[] = [];
  const commands = {
    watch: () => store,
    press: async (...values: unknown[]) => void pressed.push(values),
    run: async () => {},
  };
  const {place} = await portalFixture(
    html`<portal-command-button
      command="shop.buy"
      .input=${{count: 1}}
      ?show-denied=${showDenied}
    ></portal-command-button>`,
    {commands},
  );
  const button = place.querySelector<PortalCommandButton>('portal-command-button')!;
  await button.updateComplete;
  return {button, store, pressed, find: (selector: string) => button.shadowRoot?.querySelector<HTMLElement>(selector)};
}

describe('<portal-command-button>', () => {
  it('runs its command with its input, and is accessible', async () => {
    const {button, pressed, find} = await show(STATE);
    await expect(button).to.be.accessible();
    find('button')?.click();
    expect([find('button')?.textContent.trim(), pressed]).to.deep.equal(['Buy', [['shop.buy', {count: 1}]]]);
  });

  it('is a link where the command opens a page', async () => {
    const {find} = await show({...STATE, href: '/shop?namespace=acme'});
    expect(find('a')?.getAttribute('href')).to.equal('/shop?namespace=acme');
  });

  it('is not there while it is unknown or denied, unless the reason is to be shown', async () => {
    const denied: CommandState = {...STATE, status: 'denied', reason: 'This needs more.'};
    expect((await show(undefined)).find('button')).to.equal(null);
    expect((await show(denied)).find('button')).to.equal(null);
    const {button, find, pressed} = await show(denied, true);
    find('button')?.click();
    expect([find('button')?.getAttribute('aria-disabled'), find('button')?.title, pressed]).to.deep.equal([
      'true',
      'This needs more.',
      [],
    ]);
    await expect(button).to.be.accessible();
  });

  it('follows its command', async () => {
    const {button, store, find} = await show({...STATE, status: 'needs-scope', reason: 'Choose a project.'});
    expect(find('button')?.getAttribute('aria-disabled')).to.equal('true');
    store.set(STATE);
    await button.updateComplete;
    expect(find('button')?.hasAttribute('aria-disabled')).to.equal(false);
  });
});
