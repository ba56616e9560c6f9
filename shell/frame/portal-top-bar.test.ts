import {expect, html, oneEvent} from '@open-wc/testing';
import type {PortalTopBar} from './portal-top-bar.ts';
import {needsPhone, restoreWindow} from './test-support/needs.ts';
import {frameFixture} from './test-support/frame-fixture.ts';
import {testServices} from './test-support/test-services.ts';

describe('<portal-top-bar>', () => {
  it('is accessible and has selectors, search, perspective, notifications and account, in this order', async () => {
    const {element} = await frameFixture<PortalTopBar>(html`<portal-top-bar></portal-top-bar>`);
    await expect(element).to.be.accessible();
    const parts = [...(element.shadowRoot?.querySelectorAll('header > *') ?? [])].map(({localName}) => localName);
    expect(parts).to.deep.equal([
      'a',
      'portal-scope',
      'span',
      'portal-search-button',
      'portal-perspective-switch',
      'portal-inbox',
      'portal-user-menu',
    ]);
    const scope = element.shadowRoot?.querySelector('portal-scope');
    expect(scope?.shadowRoot?.querySelectorAll('portal-scope-selector').length).to.equal(4);
  });
});

describe('<portal-top-bar> on a phone', () => {
  before(needsPhone);
  after(restoreWindow);

  it('says where one is and opens the menu', async () => {
    const services = testServices();
    services.stores.selection.set({namespace: 'acme', project: 'shop'});
    const {element} = await frameFixture<PortalTopBar>(html`<portal-top-bar></portal-top-bar>`, services);
    await expect(element).to.be.accessible();
    expect(element.shadowRoot?.querySelector('.scope')?.textContent).to.equal('acme / shop');
    const asked = oneEvent(element, 'portal-open-menu');
    element.shadowRoot?.querySelector<HTMLElement>('.here')?.click();
    await asked;
  });
});
