import {expect, waitUntil} from '@open-wc/testing';
import type {PageState} from './services.ts';
import {ALPHA, RHO} from './testing/manifests.ts';
import {startPortal, type PortalUnderTest} from './testing/start-portal.ts';

describe('a module written in React', () => {
  let test: PortalUnderTest;
  const start = (path: string): PortalUnderTest => (test = startPortal({path, modules: [ALPHA, RHO]}));
  const find = <T extends HTMLElement>(selector: string): T | null => test.outlet.querySelector<T>(selector);
  const go = async (path: string): Promise<void> => {
    test.portal.services.links.go(path);
    await waitUntil(() => test.portal.services.page.get().path === path, `${path} is not shown`);
  };
  afterEach(() => test.stop());

  it('shows its pages in the document, with the module’s own texts', async () => {
    start('/rho');
    await test.page('shown');
    await waitUntil(() => find('h1'));
    expect([find('h1')?.textContent, find('rho-home-page')?.parentElement?.localName]).to.deep.equal([
      'A book',
      'portal-boundary',
    ]);
    find('button')?.click();
    await waitUntil(() => find('button')?.textContent === '1');
  });

  it('shows what React loads later', async () => {
    start('/rho/lazy');
    await test.page('shown');
    await waitUntil(() => find('h1')?.textContent === 'Late');
    expect(test.imported).to.deep.equal(['pages.tsx']);
  });

  it('shows pages inside pages, and keeps the outer one', async () => {
    start('/rho/teams/blue/one');
    await test.page('shown');
    await waitUntil(() => find('h2')?.textContent === 'blue one');
    const team = find('rho-team-page-layout')!;
    const inner = team.shadowRoot!;
    expect([inner.querySelector('h1')?.textContent, find('h2')?.closest('rho-board-page')?.assignedSlot]).to.deep.equal(
      ['Team blue', inner.querySelector('slot')],
    );
    inner.querySelector('button')?.click();
    await go('/rho/teams/blue/two');
    await waitUntil(() => find('h2')?.textContent === 'blue two');
    expect([find('rho-team-page-layout'), inner.querySelector('button')?.textContent]).to.deep.equal([team, '1']);
  });

  for (const place of ['render', 'effect']) {
    it(`that throws in ${place} is a failed page and a failure of the module, and the portal goes on`, async () => {
      start(`/rho/${place}`);
      const {error, module} = (await test.page('failed')) as Extract<PageState, {status: 'failed'}>;
      expect([module, error.code, (error.cause as Error).message]).to.deep.equal(['rho', 'RENDER_FAILED', place]);
      await go('/rho');
      await test.page('shown');
      await waitUntil(() => find('h1')?.textContent === 'A book');
    });
  }

  it('that exports something else as a component is refused as any other', async () => {
    start('/rho/service');
    const {error} = (await test.page('failed')) as Extract<PageState, {status: 'failed'}>;
    expect(error.code).to.equal('PAGE_EXPORT_INVALID');
  });

  it('contributes cards, whose failure stays in their place and can be tried again', async () => {
    start('/alpha/items');
    await test.page('shown');
    const {contributions} = test.portal.services;
    await waitUntil(() =>
      contributions
        .at('dashboard.cards')
        .get()
        .some(({module}) => module === 'rho'),
    );
    const card = contributions
      .at('dashboard.cards')
      .get()
      .find(({module}) => module === 'rho')!;
    const element = contributions.createElement(card);
    const root = document.createElement('div').attachShadow({mode: 'open'});
    test.outlet.append(root.host);
    root.append(element);
    await waitUntil(() => root.querySelector('button'));
    root.querySelector('button')!.click();
    await waitUntil(() => element.shadowRoot?.querySelector('button'));
    expect(root.querySelector('rho-card')).to.equal(null);
    element.shadowRoot!.querySelector('button')!.click();
    await waitUntil(() => root.querySelector('rho-card button'));
  });

  it('that keeps failing is left alone', async () => {
    start('/rho/render');
    const failed = async (): Promise<string> => {
      const state = (await test.page('failed')) as Extract<PageState, {status: 'failed'}>;
      return state.error.code;
    };
    const codes = [await failed()];
    for (let turn = 1; turn < 6 && !codes.includes('MODULE_QUARANTINED'); turn += 1) {
      await go('/alpha/items');
      await test.page('shown');
      await go('/rho/render');
      codes.push(await failed());
    }
    expect(test.portal.registry.find('rho')?.status).to.equal('quarantined');
  });
});
