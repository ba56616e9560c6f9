import {expect, html, waitUntil} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import type {PortalPerspectiveSwitch} from './portal-perspective-switch.ts';
import {needsKeyboard} from './test-support/needs.ts';
import {frameFixture} from './test-support/frame-fixture.ts';

const switchFixture = () =>
  frameFixture<PortalPerspectiveSwitch>(html`<portal-perspective-switch></portal-perspective-switch>`);

describe('<portal-perspective-switch>', () => {
  it('is accessible and follows clicks and the store', async () => {
    const {element, services} = await switchFixture();
    await expect(element).to.be.accessible();
    const [development, platform] = [...(element.shadowRoot?.querySelectorAll('input') ?? [])];
    platform?.click();
    expect(services.state.perspective.get()).to.equal('platform-engineering');
    services.state.setPerspective('development');
    await element.updateComplete;
    expect([development?.checked, platform?.checked]).to.deep.equal([true, false]);
  });
});

describe('<portal-perspective-switch> by keyboard', () => {
  before(needsKeyboard);

  it('follows the arrows', async () => {
    const {element, services} = await switchFixture();
    element.shadowRoot?.querySelector('input')?.focus();
    await sendKeys({press: 'ArrowRight'});
    await waitUntil(() => services.state.perspective.get() === 'platform-engineering');
  });
});
