import {expect, html, waitUntil} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import type {NavigationEntry, PageState} from '../services.ts';
import type {PortalNavigation} from './portal-navigation.ts';
import type {PortalSidebar} from './portal-sidebar.ts';
import {needsPhone, restoreWindow} from './test-support/needs.ts';
import {frameFixture} from './test-support/frame-fixture.ts';
import {testServices, type TestServices} from './test-support/test-services.ts';

const item = (id: string, path: string, more: Partial<NavigationEntry> = {}): NavigationEntry => ({
  id,
  label: id,
  path,
  module: 'test',
  children: [],
  ...more,
});

const at = (path: string): PageState => ({status: 'shown', path, title: path, breadcrumbs: [], layout: 'default'});

function navigationServices(): TestServices {
  const services = testServices();
  services.stores.navigation.set([
    item('Home', '/'),
    item('Catalog', '/catalog', {
      children: [item('Components', '/catalog/components'), item('Projects', '/catalog/projects')],
    }),
    item('Modules', '/modules', {position: 'settings', badge: '3'}),
  ]);
  return services;
}

async function sidebarFixture(): Promise<{sidebar: PortalSidebar; services: TestServices; root: ShadowRoot}> {
  const {element: sidebar, services} = await frameFixture<PortalSidebar>(
    html`<portal-sidebar></portal-sidebar>`,
    navigationServices(),
  );
  return {sidebar, services, root: sidebar.shadowRoot!};
}

const navigation = (root: ShadowRoot) => root.querySelector<PortalNavigation>('portal-navigation')!.shadowRoot!;
const clean = (text: string | null | undefined) => text?.replace(/\s+/g, ' ').trim();

describe('<portal-sidebar> beside the page', () => {
  afterEach(() => {
    document.documentElement.removeAttribute('data-sidebar');
    document.cookie = 'portal_sidebar=; path=/; max-age=0';
  });

  it('is accessible and marks the open page in its group', async () => {
    const {sidebar, services, root} = await sidebarFixture();
    await expect(sidebar).to.be.accessible();
    expect(clean(navigation(root).textContent)).to.equal('Home Catalog Settings Modules 3');
    services.stores.page.set(at('/catalog/components/cart'));
    services.stores.selection.set({namespace: 'acme'});
    await waitUntil(() => clean(navigation(root).querySelector('[aria-current=page]')?.textContent) === 'Components');
    expect(clean(navigation(root).textContent)).to.equal('Home Catalog Components Projects Settings Modules 3');
    const link = navigation(root).querySelector('[aria-current=page]');
    expect(link?.getAttribute('href')).to.equal('/catalog/components?namespace=acme');
  });

  it('follows modules that come and go', async () => {
    const {services, root} = await sidebarFixture();
    services.stores.navigation.set([item('Home', '/')]);
    await waitUntil(() => clean(navigation(root).textContent) === 'Home');
  });

  it('becomes narrow, keeps its names for those who cannot see icons, and remembers', async () => {
    const {sidebar, root} = await sidebarFixture();
    root.querySelector<HTMLElement>('.foot button')?.click();
    await sidebar.updateComplete;
    expect(document.documentElement.dataset['sidebar']).to.equal('narrow');
    expect(document.cookie).to.contain('portal_sidebar=narrow');
    expect(root.querySelector('.foot button')?.getAttribute('aria-label')).to.equal('Widen the sidebar');
    await expect(sidebar).to.be.accessible();
    const {root: again} = await sidebarFixture();
    expect(again.querySelector('portal-navigation')?.hasAttribute('narrow')).to.equal(true);
  });
});

describe('<portal-sidebar> on a phone', () => {
  before(needsPhone);
  after(restoreWindow);

  it('is a modal drawer with the selectors, accessible', async () => {
    const {sidebar, root} = await sidebarFixture();
    const dialog = root.querySelector('dialog')!;
    expect(dialog.open).to.equal(false);
    sidebar.open();
    sidebar.open();
    expect(dialog.matches(':modal')).to.equal(true);
    expect(root.querySelectorAll('portal-scope, portal-perspective-switch, portal-navigation').length).to.equal(3);
    await expect(sidebar).to.be.accessible();
  });

  it('closes with Escape, on its button, on a link, and when the page changes', async () => {
    const {sidebar, services, root} = await sidebarFixture();
    const dialog = root.querySelector('dialog')!;
    sidebar.open();
    await sendKeys({press: 'Escape'});
    await waitUntil(() => !dialog.open);

    sidebar.open();
    root.querySelector<HTMLElement>('.drawer-head button')?.click();
    expect(dialog.open).to.equal(false);

    sidebar.open();
    await waitUntil(() => navigation(root).querySelector('a'));
    const link = navigation(root).querySelector<HTMLElement>('a')!;
    link.addEventListener('click', (event) => event.preventDefault(), {once: true});
    link.click();
    expect(dialog.open).to.equal(false);

    sidebar.open();
    services.stores.page.set(at('/modules'));
    await waitUntil(() => !dialog.open);
  });
});
