import {expect, html, waitUntil} from '@open-wc/testing';
import {PortalError} from '@openchoreo/portal-contract';
import type {PageState} from '../services.ts';
import type {PortalPageState} from './portal-page-state.ts';
import {frameFixture} from './test-support/frame-fixture.ts';
import {testServices, type TestServices} from './test-support/test-services.ts';

async function stateFixture(
  page: PageState,
): Promise<{element: PortalPageState; services: TestServices; text: () => string}> {
  const services = testServices();
  services.stores.page.set(page);
  const {element} = await frameFixture<PortalPageState>(html`<portal-page-state></portal-page-state>`, services);
  return {element, services, text: () => element.shadowRoot?.textContent.replace(/\s+/g, ' ').trim() ?? ''};
}

describe('<portal-page-state>', () => {
  it('says that nothing is there, and takes the focus to say it', async () => {
    const {element, text} = await stateFixture({status: 'not-found', path: '/nowhere'});
    await expect(element).to.be.accessible();
    expect(text()).to.contain('Page not found There is nothing at /nowhere.');
    expect(element.shadowRoot?.activeElement?.localName).to.equal('h1');
    expect(element.shadowRoot?.querySelector('a')?.getAttribute('href')).to.equal('/?namespace=');
  });

  it('names the missing permission', async () => {
    const {element, text} = await stateFixture({status: 'denied', path: '/modules', permission: 'portalmodule:view'});
    await expect(element).to.be.accessible();
    expect(text()).to.contain('This page needs the permission portalmodule:view.');
  });

  it('names the module that is switched off', async () => {
    const {element, text} = await stateFixture({status: 'disabled', path: '/catalog', module: 'components'});
    await expect(element).to.be.accessible();
    expect(text()).to.contain('The module components is disabled.');
  });

  it('offers the switch to the other perspective', async () => {
    const page: PageState = {status: 'other-perspective', path: '/modules', perspective: 'platform-engineering'};
    const {element, services, text} = await stateFixture(page);
    await expect(element).to.be.accessible();
    expect(text()).to.contain('Switch to Platform');
    element.shadowRoot?.querySelector('button')?.click();
    expect(services.state.perspective.get()).to.equal('platform-engineering');
  });

  it('tells what failed with code and causes, and tries again', async () => {
    let retried = 0;
    const error = new PortalError('MODULE_LOAD_FAILED', ['components'], {cause: new TypeError('404')});
    const page: PageState = {
      status: 'failed',
      path: '/catalog',
      module: 'components',
      error,
      retry: () => (retried += 1),
    };
    const {element, text} = await stateFixture(page);
    element.shadowRoot?.querySelector<HTMLElement>('summary')?.click();
    await expect(element).to.be.accessible();
    expect(text()).to.contain(
      'Code MODULE_LOAD_FAILED Module components Address /catalog Cause The code of the module',
    );
    expect(text()).to.contain("'components' could not be loaded.404");
    element.shadowRoot?.querySelector('button')?.click();
    expect(retried).to.equal(1);
  });

  it('shows bones while another page is on its way', async () => {
    const {element, services, text} = await stateFixture({status: 'not-found', path: '/nowhere'});
    services.stores.page.set({status: 'loading', path: '/catalog'});
    await waitUntil(() => element.shadowRoot?.querySelector('main[aria-busy=true] .bone'));
    await expect(element).to.be.accessible();
    expect(text()).to.equal('');
  });
});
