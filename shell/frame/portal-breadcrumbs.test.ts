import {expect, html} from '@open-wc/testing';
import type {Breadcrumb, PageState} from '../services.ts';
import type {PortalBreadcrumbs} from './portal-breadcrumbs.ts';
import {frameFixture} from './test-support/frame-fixture.ts';

const at = (breadcrumbs: readonly Breadcrumb[]): PageState => ({
  status: 'shown',
  path: '/catalog',
  title: 'Cart',
  breadcrumbs,
  layout: 'default',
});

describe('<portal-breadcrumbs>', () => {
  it('links the way here and marks the page itself', async () => {
    const {element, services} = await frameFixture<PortalBreadcrumbs>(html`<portal-breadcrumbs></portal-breadcrumbs>`);
    const steps = [
      {label: 'Components', path: '/catalog/components'},
      {label: 'Cart', path: '/catalog/components/cart'},
    ];
    services.stores.page.set(at(steps));
    await element.updateComplete;
    await expect(element).to.be.accessible();
    const crumbs = [...(element.shadowRoot?.querySelectorAll('li > :first-child') ?? [])];
    expect(crumbs.map((crumb) => [crumb.localName, crumb.textContent, crumb.getAttribute('href')])).to.deep.equal([
      ['a', 'Components', '/catalog/components?namespace='],
      ['span', 'Cart', null],
    ]);
    services.stores.page.set(at(steps.slice(0, 1)));
    await element.updateComplete;
    expect(element.shadowRoot?.querySelector('nav')).to.equal(null);
  });
});
