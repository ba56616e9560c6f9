import {aTimeout, expect, fixture, html, waitUntil} from '@open-wc/testing';
import type {PageState} from '../services.ts';
import type {PortalApp} from './portal-app.ts';
import {showFrame} from './show-frame.ts';
import {canResize} from './test-support/needs.ts';
import {adoptPageStyles} from './test-support/frame-fixture.ts';
import {testServices, type TestServices} from './test-support/test-services.ts';

const shown: PageState = {status: 'shown', path: '/', title: 'Dashboard', breadcrumbs: [], layout: 'default'};

async function pageFixture(
  page: PageState = shown,
): Promise<{app: PortalApp; outlet: HTMLElement; services: TestServices}> {
  const place = await skeletonFixture();
  const services = testServices();
  services.stores.page.set(page);
  showFrame(document, services);
  const app = place.querySelector<PortalApp>('portal-app')!;
  await app.updateComplete;
  return {app, outlet: place.querySelector<HTMLElement>('#outlet')!, services};
}

/** The page as the gateway sends it, before any script of it ran. */
async function skeletonFixture(): Promise<HTMLElement> {
  await adoptPageStyles();
  const text = await (await fetch(new URL('../index.html', import.meta.url))).text();
  const place = await fixture<HTMLElement>(html`<div></div>`);
  place.append(...new DOMParser().parseFromString(text, 'text/html').querySelectorAll('.skip-link, portal-app'));
  return place;
}

/** Where it is and how large; zeros for what is not there, as for what is not displayed. */
function toBox(element: Element | null | undefined): number[] {
  const {x = 0, y = 0, width = 0, height = 0} = element?.getBoundingClientRect() ?? {};
  return [x, y, width, height].map(Math.round);
}

/** At a desk's and at a phone's width, or at the window's own where the engine's driver cannot resize it. */
async function atWidths<T>(measure: () => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (const width of [390, 1280]) {
    if (await canResize(width)) results.push(await measure());
  }
  return results.length > 0 ? results : [await measure()];
}

describe('<portal-app>', () => {
  it('takes the boxes of the skeleton, at any width', async () => {
    // A class cannot be undefined again: all skeletons are measured before the first frame.
    expect(customElements.get('portal-app')).to.equal(undefined);
    const skeletons = await atWidths(async () => {
      const place = await skeletonFixture();
      const boxes = ['bar-skeleton', 'nav-skeleton', '#outlet'].map((name) => toBox(place.querySelector(name)));
      place.remove();
      return boxes;
    });
    const frames = await atWidths(async () => {
      const {app, outlet} = await pageFixture();
      const part = (name: string) => app.shadowRoot?.querySelector(name);
      await waitUntil(() => part('portal-sidebar')?.shadowRoot?.querySelector('portal-navigation'));
      expect(app.querySelectorAll('bar-skeleton, nav-skeleton').length).to.equal(0);
      const beside = part('portal-sidebar')?.shadowRoot?.querySelector('.beside');
      const boxes = [part('portal-top-bar'), beside, outlet].map(toBox);
      app.remove();
      return boxes;
    });
    expect(frames).to.deep.equal(skeletons);
  });

  it('is accessible with a page in it', async function () {
    this.timeout(20_000);
    const {app, outlet} = await pageFixture();
    outlet.innerHTML = '<h1>Dashboard</h1>';
    await expect(app).to.be.accessible();
  });

  it('keeps the outlet in the document, and covers it while there is no page', async () => {
    const {app, outlet, services} = await pageFixture();
    const shownState = () => app.shadowRoot?.querySelector('portal-page-state')?.localName;
    expect([outlet.getRootNode() === document, outlet.hidden, shownState()]).to.deep.equal([true, false, undefined]);
    services.stores.page.set({status: 'not-found', path: '/nowhere'});
    await app.updateComplete;
    expect([outlet.hidden, shownState()]).to.deep.equal([true, 'portal-page-state']);
    services.stores.page.set({status: 'loading', path: '/'});
    await app.updateComplete;
    expect(outlet.hidden).to.equal(true);
    services.stores.page.set(shown);
    await app.updateComplete;
    expect([outlet.hidden, shownState()]).to.deep.equal([false, undefined]);
  });

  it('leaves the open page where it is while the next one loads, and shows progress only when that takes long', async () => {
    const {app, outlet, services} = await pageFixture();
    services.stores.page.set({status: 'loading', path: '/catalog'});
    await app.updateComplete;
    expect(outlet.hidden).to.equal(false);
    const progress = () =>
      app.shadowRoot?.querySelector('portal-progress')?.shadowRoot?.querySelector('[role=progressbar]');
    await waitUntil(progress);
    expect(getComputedStyle(progress()!).visibility).to.equal('hidden');
    await waitUntil(() => getComputedStyle(progress()!).visibility === 'visible');
  });

  it('names the page in the title, in the language of the person', async () => {
    const {services} = await pageFixture();
    expect(document.title).to.equal('Dashboard · OpenChoreo');
    services.stores.page.set({status: 'denied', path: '/modules', permission: 'portalmodule:view'});
    expect(document.title).to.equal('You have no access to this page · OpenChoreo');
    await services.state.setLocale('de');
    expect([
      document.title,
      document.documentElement.lang,
      document.querySelector('.skip-link')?.textContent,
    ]).to.deep.equal(['Kein Zugriff auf diese Seite · OpenChoreo', 'de', 'Zum Inhalt springen']);
    document.documentElement.lang = 'en';
  });

  it('puts on the theme of the person', async () => {
    const {services} = await pageFixture();
    services.state.setTheme('dark');
    expect(getComputedStyle(document.body.querySelector('portal-app')!).colorScheme).to.equal('dark');
    services.state.setTheme('light');
    expect(getComputedStyle(document.body.querySelector('portal-app')!).colorScheme).to.equal('light');
    services.state.setTheme('system');
  });

  it('has no sidebar where a page wants to be alone', async () => {
    const {app, outlet} = await pageFixture({...shown, layout: 'minimal'});
    await app.updateComplete;
    expect(app.shadowRoot?.querySelector('portal-sidebar')).to.equal(null);
    expect(Math.round(outlet.getBoundingClientRect().x)).to.equal(0);
  });

  it('leads the skip link to the page, whatever is shown in its place', async () => {
    const {app, services} = await pageFixture();
    services.stores.page.set({status: 'not-found', path: '/nowhere'});
    await app.updateComplete;
    await aTimeout(0);
    const skipLink = document.querySelector<HTMLElement>('.skip-link')!;
    skipLink.click();
    await waitUntil(() => document.activeElement === app);
    const state = app.shadowRoot?.querySelector('portal-page-state');
    expect(state?.shadowRoot?.activeElement?.localName).to.equal('h1');
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('leaves nothing behind when it goes', async () => {
    const {app, services} = await pageFixture();
    app.remove();
    services.stores.page.set({status: 'not-found', path: '/later'});
    expect(document.title).to.not.contain('not found');
  });
});
