import {expect, html, waitUntil} from '@open-wc/testing';
import type {PortalBanners} from './portal-banners.ts';
import {frameFixture} from './test-support/frame-fixture.ts';
import {testServices} from './test-support/test-services.ts';

describe('<portal-banners>', () => {
  it('says nothing while all is well, and offers to sign in again when the session has ended', async () => {
    const {element, services} = await frameFixture<PortalBanners>(html`<portal-banners></portal-banners>`);
    expect(element.shadowRoot?.textContent.trim()).to.equal('');
    services.stores.expired.set(true);
    await element.updateComplete;
    await expect(element).to.be.accessible();
    element.shadowRoot?.querySelector('button')?.click();
    await waitUntil(() => services.calls.some(([name]) => name === 'signInAgain'));
    services.stores.expired.set(false);
    await waitUntil(() => element.shadowRoot?.textContent.trim() === '');
  });

  it('says that only the portal’s own modules are here, and leads out of that', async () => {
    const services = testServices();
    Object.assign(services, {boot: {...services.boot, safeMode: true}});
    const {element} = await frameFixture<PortalBanners>(html`<portal-banners></portal-banners>`, services);
    await waitUntil(() => element.shadowRoot?.querySelector('portal-safe-mode')?.shadowRoot);
    const banner = element.shadowRoot?.querySelector('portal-safe-mode')?.shadowRoot;
    expect(banner?.textContent).to.contain('the portal’s own modules only');
    expect(banner?.querySelector('button')?.textContent.trim()).to.equal('Leave safe mode');
    await expect(element).to.be.accessible();
  });

  it('tells when the network is gone', async () => {
    Object.defineProperty(navigator, 'onLine', {configurable: true, value: false});
    try {
      const {element} = await frameFixture<PortalBanners>(html`<portal-banners></portal-banners>`);
      expect(element.shadowRoot?.textContent).to.contain('You are offline.');
      await expect(element).to.be.accessible();
      Object.defineProperty(navigator, 'onLine', {configurable: true, value: true});
      dispatchEvent(new Event('online'));
      await waitUntil(() => element.shadowRoot?.textContent.trim() === '');
    } finally {
      Reflect.deleteProperty(navigator, 'onLine');
    }
  });
});
