import {expect, waitUntil} from '@open-wc/testing';
import {withoutOnError} from './testing/without-onerror.ts';
import {startPortal, toBoot, type PortalUnderTest, type TestOptions} from './testing/start-portal.ts';
import {ALPHA, BETA} from './testing/manifests.ts';
import {pageHost} from './testing/page-host.ts';
import type {PageState} from './services.ts';

const MODULES = [ALPHA, BETA];

/** Texts of the pages in the outlet, from the outermost. */
function shown({outlet}: PortalUnderTest): (string | undefined)[] {
  const texts: (string | undefined)[] = [];
  for (
    let element = outlet.querySelector('portal-boundary')?.firstElementChild;
    element;
    element = element.firstElementChild
  ) {
    const heading = (element.shadowRoot ?? element).querySelector('h1, p');
    if (heading) texts.push(heading.textContent);
    if (!element.shadowRoot) break;
  }
  return texts;
}

/** Waits for what pages do after they are shown: updates, focus. */
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 60));

describe('portal', () => {
  withoutOnError();
  let test: PortalUnderTest | undefined;
  const start = (options: Partial<TestOptions> & {path: string}): PortalUnderTest =>
    (test = startPortal({modules: MODULES, ...options}));

  afterEach(() => {
    test?.stop();
    test = undefined;
  });

  it('shows the page of a deep link, with host, parameters and query from context', async () => {
    const portal = start({path: '/alpha/items/7?tab=logs'});
    const state = (await portal.page('shown')) as Extract<PageState, {status: 'shown'}>;
    await settle();
    expect(shown(portal)[0]).to.match(/^alpha 7 logs #\d+$/);
    expect({title: state.title, breadcrumbs: state.breadcrumbs}).to.deep.equal({
      title: 'Item 7',
      breadcrumbs: [
        {label: 'Alpha home', path: '/alpha'},
        {label: 'Items', path: '/alpha/items'},
        {label: 'Item 7', path: '/alpha/items/7'},
      ],
    });
  });

  it('fetches the code of the opened module only', async () => {
    const portal = start({path: '/alpha/items'});
    await portal.page('shown');
    expect(portal.imported).to.deep.equal(['pages.ts']);
    expect(portal.portal.services.navigation.get().map(({label}) => label)).to.deep.equal(['Alpha', 'Beta']);
  });

  it('prefers a written segment to a parameter, whatever stands first', async () => {
    const portal = start({path: '/alpha/items'});
    expect(((await portal.page('shown')) as {title: string}).title).to.equal('Items');
  });

  it('keeps the page’s element when only the query changes, and makes a new one for other parameters', async () => {
    const portal = start({path: '/alpha/items/7'});
    await portal.page('shown');
    await settle();
    const first = shown(portal)[0];
    portal.portal.services.links.go('/alpha/items/7?tab=events');
    await settle();
    const second = shown(portal)[0];
    portal.portal.services.links.go('/alpha/items/8');
    await settle();
    const third = shown(portal)[0];
    const number = (text: string | undefined): string | undefined => text?.split('#')[1];
    expect(second).to.equal(`alpha 7 events #${number(first)}`);
    expect(third?.startsWith('alpha 8')).to.equal(true);
    expect(number(third)).not.to.equal(number(first));
  });

  it('shows nested pages inside their parent and keeps the parent', async () => {
    const portal = start({path: '/alpha/shelf/3'});
    await portal.page('shown');
    await settle();
    const [shelf, book] = shown(portal);
    portal.portal.services.links.go('/alpha/shelf/book');
    await settle();
    expect(book).to.match(/^alpha 3/);
    expect(shown(portal)).to.deep.equal([shelf, 'A book']);
    expect((portal.portal.services.page.get() as {layout: string}).layout).to.equal('full');
    portal.portal.services.links.go('/alpha/shelf');
    await settle();
    expect(shown(portal)).to.deep.equal([shelf]);
  });

  it('follows redirects with parameters, selection and query kept', async () => {
    const portal = start({path: '/alpha/old/9?tab=x&namespace=acme'});
    const {path} = await portal.page('shown');
    expect([path, location.pathname, new URLSearchParams(location.search).get('tab')]).to.deep.equal([
      '/alpha/items/9',
      '/alpha/items/9',
      'x',
    ]);
  });

  it('goes back and forward through the history', async () => {
    const portal = start({path: '/alpha/items/1'});
    await portal.page('shown');
    portal.portal.services.links.go('/alpha/items/2');
    await settle();
    history.back();
    await waitUntil(() => shown(portal)[0]?.startsWith('alpha 1'));
    const back = [location.pathname, shown(portal)[0]?.slice(0, 7)];
    history.forward();
    await waitUntil(() => shown(portal)[0]?.startsWith('alpha 2'));
    expect([back, [location.pathname, shown(portal)[0]?.slice(0, 7)]]).to.deep.equal([
      ['/alpha/items/1', 'alpha 1'],
      ['/alpha/items/2', 'alpha 2'],
    ]);
  });

  it('follows a click on a link, scrolls to the top, focuses the heading, and scrolls back on the way back', async () => {
    const portal = start({path: '/alpha/items'});
    await portal.page('shown');
    scrollTo(0, 900);
    portal.outlet.querySelector('a')?.click();
    await waitUntil(() => document.activeElement?.localName === 'alpha-detail-page');
    const page = portal.outlet.querySelector('portal-boundary')?.firstElementChild;
    expect([location.pathname, scrollY, page?.shadowRoot?.activeElement?.localName]).to.deep.equal([
      '/alpha/items/1',
      0,
      'h1',
    ]);
    history.back();
    await waitUntil(() => scrollY > 0);
    expect([location.pathname, scrollY]).to.deep.equal(['/alpha/items', 900]);
  });

  it('leaves clicks alone that open a link elsewhere', async () => {
    const portal = start({path: '/alpha/items'});
    await portal.page('shown');
    const link = portal.outlet.querySelector('a');
    let prevented: boolean | undefined;
    const look = (event: Event): void => {
      prevented = event.defaultPrevented;
      event.preventDefault();
    };
    addEventListener('click', look);
    link?.dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true, composed: true, ctrlKey: true}));
    removeEventListener('click', look);
    expect([prevented, location.pathname]).to.deep.equal([false, '/alpha/items']);
  });

  it('says that there is nothing at an unknown path', async () => {
    const portal = start({path: '/alpha/items/1/2/3', modules: [ALPHA]});
    await portal.page('not-found');
    portal.portal.services.links.go('/nowhere');
    expect(await portal.page('not-found')).to.deep.equal({status: 'not-found', path: '/alpha/items/1/2/3'});
    await settle();
    expect(portal.portal.services.page.get()).to.deep.equal({status: 'not-found', path: '/nowhere'});
  });

  it('refuses a page without its permission before any code of the module is fetched', async () => {
    const gateway = (request: Request): Response | undefined =>
      request.url.includes('/authz/evaluates') ? Response.json([{decision: false}]) : undefined;
    const portal = start({path: '/alpha/secret', gateway});
    expect(await portal.page('denied')).to.deep.equal({
      status: 'denied',
      path: '/alpha/secret',
      permission: 'secret:view',
    });
    expect(portal.imported).to.deep.equal([]);
  });

  it('asks the module before the route, and a parent before its child', async () => {
    const asked: string[] = [];
    const gateway = async (request: Request): Promise<Response | undefined> => {
      if (!request.url.includes('/authz/evaluates')) return undefined;
      const questions = (await request.json()) as {action: string}[];
      asked.push(...questions.map(({action}) => action));
      return Response.json(questions.map(() => ({decision: true})));
    };
    const guarded = {...ALPHA, permissions: ['module:use'], contributes: undefined};
    const portal = start({path: '/alpha/shelf/closed', modules: [guarded], gateway});
    await portal.page('shown');
    expect(asked).to.deep.equal(['module:use', 'secret:view']);
  });

  it('offers the other perspective for its pages before any code is fetched', async () => {
    const portal = start({path: '/alpha/ops'});
    expect(await portal.page('other-perspective')).to.deep.equal({
      status: 'other-perspective',
      path: '/alpha/ops',
      perspective: 'platform-engineering',
    });
    expect(portal.imported).to.deep.equal([]);
    portal.portal.services.state.setPerspective('platform-engineering');
    await portal.page('shown');
  });

  it('names the page as the page wants it, in title and breadcrumb', async () => {
    const portal = start({path: '/alpha/named'});
    const state = (await portal.page('shown')) as Extract<PageState, {status: 'shown'}>;
    expect([state.title, state.breadcrumbs.at(-1)?.label]).to.deep.equal(['Cart service', 'Cart service']);
  });

  it('asks before unsaved changes are left, on a link and on the way back', async () => {
    const portal = start({path: '/alpha/items/1'});
    await portal.page('shown');
    const {links, notices} = portal.portal.services;
    const answer = async (yes: boolean): Promise<void> => {
      await waitUntil(() => notices.question.get() !== undefined);
      notices.question.get()?.answer(yes);
    };
    links.go('/alpha/dirty');
    await waitUntil(() => shown(portal)[0] === 'dirty');
    links.go('/alpha/items');
    await answer(false);
    await settle();
    const stayed = location.pathname;
    history.back();
    await answer(false);
    await waitUntil(() => location.pathname === '/alpha/dirty');
    await settle();
    const stayedOnBack = [location.pathname, notices.question.get()];
    history.back();
    await answer(true);
    await waitUntil(() => shown(portal)[0]?.startsWith('alpha 1'));
    expect([stayed, stayedOnBack, location.pathname]).to.deep.equal([
      '/alpha/dirty',
      ['/alpha/dirty', undefined],
      '/alpha/items/1',
    ]);
  });

  for (const [path, code, cause] of [
    ['/alpha/constructor', 'RENDER_FAILED', 'constructor'],
    ['/alpha/connected', 'RENDER_FAILED', 'connected'],
    ['/alpha/render', 'RENDER_FAILED', 'render'],
    ['/alpha/not-an-element', 'PAGE_EXPORT_INVALID', undefined],
    ['/alpha/no-export', 'PAGE_EXPORT_INVALID', undefined],
    ['/alpha/no-file', 'MODULE_LOAD_FAILED', undefined],
  ] as const) {
    it(`contains the failure of ${path} in its page`, async () => {
      const portal = start({path});
      const state = (await portal.page('failed')) as Extract<PageState, {status: 'failed'}>;
      await settle();
      expect([state.module, state.error.code, cause && (state.error.cause as Error).message]).to.deep.equal([
        'alpha',
        code,
        cause,
      ]);
      portal.portal.services.links.go('/alpha/items');
      await portal.page('shown');
    });
  }

  it('contains what a page throws after it was shown', async () => {
    const portal = start({path: '/alpha/later'});
    await portal.page('shown');
    (portal.outlet.querySelector('alpha-throws-later') as unknown as {requestUpdate(): void}).requestUpdate();
    const state = (await portal.page('failed')) as Extract<PageState, {status: 'failed'}>;
    expect(state.error.code).to.equal('RENDER_FAILED');
  });

  it('names the permission that keeps a whole module away', async () => {
    const {composition} = toBoot([]);
    const withheld = [{name: 'Secret', base: '/secret', reason: 'denied', permission: 'secret:view'}] as const;
    const portal = start({path: '/secret/place', boot: {composition: {...composition, withheld}}});
    expect(await portal.page('denied')).to.deep.equal({
      status: 'denied',
      path: '/secret/place',
      permission: 'secret:view',
    });
  });

  it('takes a module away at once when the composition has lost it, and brings it back', async () => {
    const before = {id: 'c1', modules: [] as unknown[], withheld: [] as unknown[]};
    let composition = before;
    const gateway = (request: Request): Response | undefined =>
      request.url.endsWith('/api/portal/composition') ? Response.json(composition) : undefined;
    const portal = start({path: '/alpha/items', gateway});
    await portal.page('shown');
    const {boot, navigation} = portal.portal.services;
    const withheld = [{name: 'Alpha', base: '/alpha', reason: 'disabled'}];
    composition = {id: 'c2', modules: boot.composition.modules.filter(({id}) => id !== 'alpha'), withheld};
    await portal.portal.updateComposition();
    const gone = [portal.portal.services.page.get(), navigation.get().map(({module}) => module), shown(portal)];
    composition = {id: 'c3', modules: [...boot.composition.modules], withheld: []};
    await portal.portal.updateComposition();
    await portal.page('shown');
    expect(gone).to.deep.equal([{status: 'disabled', path: '/alpha/items', module: 'Alpha'}, ['beta'], []]);
    expect(navigation.get().map(({module}) => module)).to.have.members(['alpha', 'beta']);
  });

  it('leaves a module alone that keeps failing, says so in its place, and lets somebody try again', async () => {
    const portal = start({path: '/alpha/render'});
    const codes: string[] = [];
    for (let failure = 0; failure < 5; failure += 1) {
      const state = (await portal.page('failed')) as Extract<PageState, {status: 'failed'}>;
      codes.push(state.error.code);
      await settle();
      if (failure < 4) state.retry();
    }
    await waitUntil(
      () => (portal.portal.services.page.get() as {error?: {code: string}}).error?.code === 'MODULE_QUARANTINED',
    );
    expect(codes.every((code) => code === 'RENDER_FAILED')).to.equal(true);
    portal.portal.services.links.go('/alpha/items');
    await waitUntil(() => portal.portal.services.page.get().path === '/alpha/items');
    const held = (await portal.page('failed')) as Extract<PageState, {status: 'failed'}>;
    expect(held.error.code).to.equal('MODULE_QUARANTINED');
    held.retry();
    expect(((await portal.page('shown')) as {title: string}).title).to.equal('Items');
  });

  it('puts the cards of a module in quarantine into its place, too', async () => {
    const portal = start({path: '/'});
    const host = await pageHost(portal);
    const contributions = host.contributions.at('dashboard.cards').get();
    const element = host.contributions.createElement(contributions.find(({id}) => id === 'broken') as never);
    const fine = host.contributions.createElement(contributions.find(({id}) => id === 'fine') as never);
    portal.outlet.append(element, fine);
    const retry = (): HTMLElement | null | undefined => element.shadowRoot?.querySelector('button');
    for (let failure = 0; failure < 5; failure += 1) {
      await waitUntil(() => retry());
      if (failure < 4) retry()?.click();
      await settle();
    }
    await waitUntil(() => fine.shadowRoot?.textContent.includes('left alone'));
    const timeline = host.modules.timeline('alpha').map(({status}) => status);
    expect(timeline.slice(-4)).to.deep.equal(['deactivating', 'deactivated', 'cleaned-up', 'quarantined']);
    fine.shadowRoot?.querySelector('button')?.click();
    await waitUntil(() => fine.querySelector('*')?.shadowRoot?.textContent === 'fine');
  });

  it('keeps what became of a module, and counts what it handles', async () => {
    const portal = start({path: '/alpha/items'});
    const host = await pageHost(portal);
    portal.outlet.querySelector('a')?.dispatchEvent(new KeyboardEvent('keydown', {bubbles: true, composed: true}));
    expect(host.modules.timeline('alpha').map(({status, count}) => [status, count])).to.deep.equal([
      ['routes-registered', undefined],
      ['navigation-added', undefined],
      ['registered', undefined],
      ['activating', undefined],
      ['active', undefined],
      ['handling', 1],
    ]);
  });
});
