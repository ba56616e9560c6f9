import {expect, html, waitUntil} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import type {PortalPerspectiveSwitch} from './portal-perspective-switch.ts';
import {frameFixture} from './test-support/frame-fixture.ts';

describe('<portal-perspective-switch>', () => {
  it('is accessible and follows the arrows and the store', async () => {
    const {element, services} = await frameFixture<PortalPerspectiveSwitch>(
      html`<portal-perspective-switch></portal-perspective-switch>`,
    );
    await expect(element).to.be.accessible();
    const [development, platform] = [...(element.shadowRoot?.querySelectorAll('input') ?? [])];
    development?.focus();
    await sendKeys({press: 'ArrowRight'});
    await waitUntil(() => services.state.perspective.get() === 'platform-engineering');
    expect(platform?.checked).to.equal(true);
    services.state.setPerspective('development');
    await element.updateComplete;
    expect([development?.checked, platform?.checked]).to.deep.equal([true, false]);
  });
});
