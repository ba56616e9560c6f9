import {expect, waitUntil} from '@open-wc/testing';
import {ALPHA, BETA} from '../testing/manifests.ts';
import {startPortal, toBoot, toHead, type PortalUnderTest} from '../testing/start-portal.ts';

const MODULES = [ALPHA, BETA];

describe('shared state', () => {
  let test: PortalUnderTest;
  const kept: unknown[] = [];
  const gateway = async (request: Request): Promise<Response | undefined> => {
    if (!request.url.includes('/api/portal/preferences')) return undefined;
    kept.push(await request.json());
    return Response.json({});
  };

  beforeEach(() => void (kept.length = 0));
  afterEach(() => test.stop());

  it('reads selection and perspective from the address', async () => {
    test = startPortal({path: '/?namespace=a&project=b&perspective=platform-engineering', modules: MODULES});
    await test.page('shown');
    const {selection, perspective} = test.portal.services.state;
    expect([selection.get(), perspective.get()]).to.deep.equal([
      {namespace: 'a', project: 'b'},
      'platform-engineering',
    ]);
  });

  it('writes the preferred ones into an address that names none', async () => {
    test = startPortal({path: '/alpha/items?q=x', modules: MODULES});
    await test.page('shown');
    expect(location.search).to.equal('?q=x&namespace=acme&perspective=development');
  });

  it('writes a choice into the address, follows the way back, and keeps it on the server', async () => {
    test = startPortal({path: '/', modules: MODULES, gateway});
    await test.page('shown');
    const {state} = test.portal.services;
    state.select({project: 'shop'});
    await waitUntil(() => state.selection.get().project === 'shop');
    expect(location.search).to.equal('?namespace=acme&project=shop&perspective=development');
    history.back();
    await waitUntil(() => state.selection.get().project === undefined);
    await waitUntil(() => kept.length > 0, 'kept', {timeout: 2000});
    expect((kept.at(-1) as {scope: unknown}).scope).to.deep.equal({namespace: 'acme'});
  });

  it('does not tell of a selection that is the same', async () => {
    test = startPortal({path: '/', modules: MODULES, gateway});
    await test.page('shown');
    const heard: unknown[] = [];
    test.portal.services.state.selection.listen((scope) => heard.push(scope));
    test.portal.services.links.go('/alpha/items');
    await waitUntil(() => location.pathname === '/alpha/items');
    await test.page('shown');
    expect(heard).to.deep.equal([]);
  });

  it('changes the language without building the page anew', async () => {
    const german = {...toBoot(MODULES), preferences: {...toBoot(MODULES).preferences, locale: 'de'}};
    const page = {
      ...german,
      composition: {id: 'c1', modules: MODULES.map((one) => ({...toHead(one), name: `${one.name} de`}))},
      messages: {...german.messages, alpha: {book: 'Ein Buch'}},
    };
    test = startPortal({
      path: '/alpha/shelf/book',
      modules: MODULES,
      async gateway(request) {
        if (request.headers.get('accept') !== 'text/html') return gateway(request);
        const json = JSON.stringify(page).replaceAll('<', '\\u003c');
        return new Response(
          `<!doctype html><script type="application/json" nonce="n" id="portal-boot">${json}</script>`,
        );
      },
    });
    await test.page('shown');
    const {state, messages} = test.portal.services;
    let heard: string | undefined;
    messages.onChange(() => (heard = state.locale.get()));
    const book = test.outlet.querySelector('alpha-book-page');
    await test.portal.services.state.setLocale('de');
    await waitUntil(() => book?.shadowRoot?.textContent === 'Ein Buch');
    expect([
      test.outlet.querySelector('alpha-book-page') === book,
      test.portal.services.state.locale.get(),
      test.portal.services.messages.date('2026-08-05', {dateStyle: 'short', timeZone: 'UTC'}),
      (kept[0] as {locale: string}).locale,
      heard,
    ]).to.deep.equal([true, 'de', '05.08.26', 'de', 'de']);
  });
});
