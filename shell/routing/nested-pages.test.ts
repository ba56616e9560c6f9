import {expect, waitUntil} from '@open-wc/testing';
import type {PageState} from '../services.ts';
import {NEST} from '../testing/manifests.ts';
import {startPortal, type PortalUnderTest} from '../testing/start-portal.ts';

interface Page extends Element {
  readonly number: number;
  readonly renderRoot: ParentNode;
  readonly updateComplete: Promise<boolean>;
}
type Shown = Extract<PageState, {status: 'shown'}>;

describe('pages inside pages', () => {
  let test: PortalUnderTest;
  const start = (path: string): PortalUnderTest => (test = startPortal({path, modules: [NEST]}));
  afterEach(() => test.stop());

  /** The page's elements from the outermost, each a child of the one before. */
  const pages = (): readonly Page[] => {
    const found: Page[] = [];
    let next = test.outlet.querySelector('portal-boundary')?.firstElementChild;
    for (; next; next = next.firstElementChild) found.push(next as Page);
    return found;
  };
  const texts = (): readonly string[] => pages().map((page) => page.renderRoot.querySelector('h1')?.textContent ?? '');
  const go = async (path: string, expected: readonly string[]): Promise<readonly Page[]> => {
    test.portal.services.links.go(path);
    await waitUntil(() => texts().join() === expected.join(), `${path} does not show ${expected.join()}`);
    return pages();
  };

  it('stand in the document, one in the other, where the outer one has a slot', async () => {
    start('/nest/teams/blue/boards/one');
    await test.page('shown');
    const [team, boards, board, ...none] = pages();
    await Promise.all(pages().map((page) => page.updateComplete));
    expect([texts(), none, boards?.parentElement === team, board?.parentElement === boards]).to.deep.equal([
      ['team-page blue', 'boards-page blue', 'board-page blue one'].map((text, index) =>
        index < 2 ? `${text} one` : text,
      ),
      [],
      true,
      true,
    ]);
    expect(board?.assignedSlot?.getRootNode()).to.equal(boards?.shadowRoot);
    expect(board?.getRootNode()).to.equal(document);
  });

  it('keep what stays around them, and tell it where the page is', async () => {
    start('/nest/teams/blue');
    await test.page('shown');
    const [team] = pages();
    const [atBoards, boards] = await go('/nest/teams/blue/boards', ['team-page blue', 'boards-page blue']);
    const one = ['team-page blue one', 'boards-page blue one', 'board-page blue one'];
    const [atOne, boardsAtOne, first] = await go('/nest/teams/blue/boards/one', one);
    const two = one.map((text) => text.replace(' one', ' two'));
    const [atTwo, boardsAtTwo, second] = await go('/nest/teams/blue/boards/two', two);
    expect([atBoards, atOne, atTwo].every((each) => each === team)).to.equal(true);
    expect([boardsAtOne, boardsAtTwo].every((each) => each === boards)).to.equal(true);
    expect(first === second).to.equal(false);
    history.back();
    await waitUntil(() => texts().join() === one.join());
    expect(pages()[0]).to.equal(team);
  });

  it('are made anew with the outer one when that is for another parameter', async () => {
    start('/nest/teams/blue/boards');
    await test.page('shown');
    const before = pages().map(({number}) => number);
    const after = await go('/nest/teams/red/boards', ['team-page red', 'boards-page red']);
    expect(after.some(({number}) => before.includes(number))).to.equal(false);
  });

  it('have the layout, the title and the way of the innermost that says one', async () => {
    start('/nest/teams/blue');
    const outer = (await test.page('shown')) as Shown;
    test.portal.services.links.go('/nest/teams/blue/boards/one');
    await waitUntil(() => test.portal.services.page.get().path.endsWith('one'));
    const inner = (await test.page('shown')) as Shown;
    expect([outer.layout, outer.title, inner.layout, inner.title]).to.deep.equal([
      'full',
      'Team blue',
      'minimal',
      'Board one',
    ]);
    expect(inner.breadcrumbs.map(({label, path}) => `${label} ${path}`)).to.deep.equal([
      'Nest /nest',
      'Team blue /nest/teams/blue',
      'Boards /nest/teams/blue/boards',
      'Board one /nest/teams/blue/boards/one',
    ]);
  });

  it('give the focus to the heading of what is new', async () => {
    start('/nest/teams/blue');
    await test.page('shown');
    test.portal.services.links.go('/nest/teams/blue/boards');
    await waitUntil(() => document.activeElement?.localName === 'nest-boards-page');
    expect(document.activeElement?.shadowRoot?.activeElement?.localName).to.equal('h1');
  });

  it('are found by a redirect beside them, with its parameter', async () => {
    start('/nest/teams/blue/tables/two?tab=x');
    await test.page('shown');
    expect([location.pathname, new URLSearchParams(location.search).get('tab')]).to.deep.equal([
      '/nest/teams/blue/boards/two',
      'x',
    ]);
  });

  it('are not looked for without an end', async () => {
    start('/nest/circle');
    const state = await test.page('failed');
    expect(state.status === 'failed' && state.error.message).to.equal(
      'The page /nest/circle leads from one redirect to the next and never to a page.',
    );
  });

  it('have no place for what a parameter does not accept', async () => {
    start('/nest/teams/blue/boards/three');
    expect((await test.page('not-found')).path).to.equal('/nest/teams/blue/boards/three');
    expect(test.imported).to.deep.equal([]);
  });
});
