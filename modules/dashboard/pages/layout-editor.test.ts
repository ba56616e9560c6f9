import {expect, waitUntil} from '@open-wc/testing';
import type {Contribution, DashboardCard} from '@openchoreo/portal-contract';
import {createTestHost, mount, type Mounted, type TestHost} from '@openchoreo/portal-test-kit';
import messages from '../messages/en.json' with {type: 'json'};
import {DashboardPage} from './dashboard-page.ts';
import type {Draft} from '../utils/layout-draft.ts';

const card = (id: string, change: Partial<DashboardCard> = {}): Contribution<DashboardCard> => ({
  module: 'shop',
  point: 'dashboard.cards',
  id,
  key: id,
  data: {id, title: `Card ${id}`, component: {entry: 'card.js', export: 'Card'}, columns: 4, rows: 2, ...change},
});

describe('LayoutEditor', () => {
  let host: TestHost;
  let page: Mounted<DashboardPage>;

  const show = async (development?: Draft, locale = 'en'): Promise<void> => {
    const layout = {'platform-engineering': [], ...(development && {development})};
    host = createTestHost({module: 'dashboard', messages, settings: {layout}});
    (host.state.locale as unknown as {set(locale: string): void}).set(locale);
    host.cards.set([card('a'), card('b'), card('c')]);
    page = await mount('dashboard-dashboard-page', DashboardPage, host);
    button('Edit layout').click();
    await waitUntil(isOpen);
    await page.settle();
  };
  const isOpen = (): boolean => page.find('dashboard-layout-editor') !== null;
  const kept = (): unknown => (host.settingValues.get()['layout'] as {development?: Draft}).development;
  const cards = (): readonly string[] =>
    page
      .findAll('.grid > .card')
      .map(({dataset, classList}) => `${dataset['key']} ${[...classList].slice(1, 3).join(' ')}`);
  const handle = (key: string): HTMLElement => page.find(`[data-key=${key}] .handle`)!;
  const press = async (key: string, options: KeyboardEventInit = {}): Promise<void> => {
    const focused = page.element.shadowRoot?.activeElement;
    focused?.dispatchEvent(
      new KeyboardEvent('keydown', {key, bubbles: true, composed: true, cancelable: true, ...options}),
    );
    await page.settle();
  };
  const button = (name: string): HTMLButtonElement =>
    page.findAll<HTMLButtonElement>('button').find((one) => (one.ariaLabel ?? one.textContent.trim()) === name)!;
  const said = (): string | undefined => page.find('[role=status]')?.textContent ?? undefined;
  const point = (type: string, target: EventTarget, clientX: number, clientY: number): void => {
    target.dispatchEvent(
      new PointerEvent(type, {clientX, clientY, pointerId: 7, bubbles: true, composed: true, cancelable: true}),
    );
  };
  const middle = (element: Element): [number, number] => {
    const {left, top, width, height} = element.getBoundingClientRect();
    return [left + width / 2, top + height / 2];
  };

  beforeEach(() => show());

  it('is accessible, with a chosen card, a hidden one and none', async () => {
    await expect(page.element).to.be.accessible();
    handle('a').focus();
    button('Hide Card b').click();
    await page.settle();
    await expect(page.element).to.be.accessible();
  });

  it('moves and resizes by keyboard, keeps the focus, says where the card is, and stops at the ends', async () => {
    handle('a').focus();
    await press('ArrowRight');
    await press('ArrowDown');
    expect([cards(), said()]).to.deep.equal([
      ['b columns-4 rows-2', 'c columns-4 rows-2', 'a columns-4 rows-2'],
      'Card a: place 3 of 3, 4 of 12 columns, 2 rows',
    ]);
    await press('ArrowRight');
    await press('ArrowLeft');
    await press('ArrowRight', {shiftKey: true});
    await press('ArrowDown', {shiftKey: true});
    expect([cards()[1], said(), page.element.shadowRoot?.activeElement === handle('a')]).to.deep.equal([
      'a columns-6 rows-3',
      'Card a: place 2 of 3, 6 of 12 columns, 3 rows',
      true,
    ]);
  });

  it('takes back what was done with a card on Escape, and leaves on the next', async () => {
    handle('a').focus();
    await press('ArrowRight');
    await press('ArrowDown', {shiftKey: true});
    expect(host.isDirty()).to.equal(true);
    await press('Escape');
    expect([cards()[0], said(), isOpen()]).to.deep.equal(['a columns-4 rows-2', 'Card a is back in its place', true]);
    await press('Escape');
    expect([isOpen(), kept(), page.find('.card')?.classList.contains('rows-2')]).to.deep.equal([
      false,
      undefined,
      true,
    ]);
  });

  it('moves by pointer to where the pointer is, and takes it back on Escape', async () => {
    point('pointerdown', handle('a'), ...middle(handle('a')));
    point('pointermove', window, ...middle(page.find('[data-key=c]')!));
    await page.settle();
    expect([
      cards()
        .map((one) => one[0])
        .join(''),
      page.find('.dragged')?.dataset['key'],
    ]).to.deep.equal(['bca', 'a']);
    dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape'}));
    await page.settle();
    expect([
      cards()
        .map((one) => one[0])
        .join(''),
      page.find('.dragged'),
    ]).to.deep.equal(['abc', null]);
    point('pointerdown', handle('c'), ...middle(handle('c')));
    point('pointermove', window, ...middle(page.find('[data-key=a]')!));
    point('pointerup', window, 0, 0);
    point('pointermove', window, ...middle(page.find('[data-key=b]')!));
    await page.settle();
    expect([
      cards()
        .map((one) => one[0])
        .join(''),
      said(),
    ]).to.deep.equal(['cab', 'Card c: place 1 of 3, 4 of 12 columns, 2 rows']);
  });

  it('resizes by pointer in the steps there are', async () => {
    const corner = page.find('[data-key=a] .corner')!;
    point('pointerdown', corner, 100, 100);
    point('pointermove', window, 100, 100 + 104);
    point('pointerup', window, 0, 0);
    await page.settle();
    expect(cards()[0]).to.equal('a columns-4 rows-3');
  });

  it('does the same by buttons, for those who can neither drag nor type', async () => {
    handle('b').focus();
    await page.settle();
    for (const name of ['Earlier', 'Wider', 'Taller', 'Taller']) {
      button(name).click();
      await page.settle();
    }
    expect(cards()).to.deep.equal(['b columns-6 rows-4', 'a columns-4 rows-2', 'c columns-4 rows-2']);
    expect([button('Earlier').ariaDisabled, button('Later').ariaDisabled]).to.deep.equal(['true', 'false']);
  });

  it('hides cards into a tray and brings them back, with the focus on them', async () => {
    button('Hide Card a').click();
    await page.settle();
    expect([cards().length, said(), page.element.shadowRoot?.activeElement?.ariaLabel]).to.deep.equal([
      2,
      'Card a is hidden',
      'Show Card a',
    ]);
    button('Show Card a').click();
    await page.settle();
    expect([cards()[0], page.element.shadowRoot?.activeElement === handle('a')]).to.deep.equal([
      'a columns-4 rows-2',
      true,
    ]);
  });

  it('keeps what was arranged, nothing for the default, and asks before that is lost', async () => {
    await show([
      {key: 'c', columns: 12, rows: 1},
      {key: 'gone', columns: 3, rows: 1},
    ]);
    expect([cards()[0], host.isDirty()]).to.deep.equal(['c columns-12 rows-1', false]);
    handle('c').focus();
    await press('ArrowRight');
    expect(host.isDirty()).to.equal(true);
    button('Done').click();
    await page.settle();
    expect([(kept() as Draft).map(({key}) => key), host.isDirty(), isOpen()]).to.deep.equal([
      ['a', 'c', 'b', 'gone'],
      false,
      false,
    ]);
    button('Edit layout').click();
    await waitUntil(isOpen);
    await page.settle();
    button('Reset to default').click();
    await page.settle();
    expect([
      cards()
        .map((one) => one[0])
        .join(''),
      said(),
    ]).to.deep.equal(['abc', 'The dashboard is as it was at first']);
    button('Done').click();
    await page.settle();
    expect(host.settingValues.get()['layout']).to.deep.equal({'platform-engineering': []});
  });

  it('takes in cards that come meanwhile', async () => {
    host.cards.set([...host.cards.get(), card('d')]);
    await page.settle();
    expect([cards().length, host.isDirty()]).to.deep.equal([4, false]);
    handle('d').focus();
    await press('ArrowLeft');
    expect(
      cards()
        .map((one) => one[0])
        .join(''),
    ).to.equal('abdc');
  });

  it('speaks German', async () => {
    await show(undefined, 'de');
    expect(page.text()).to.contain('Zurücksetzen').and.contain('Dashboard anordnen');
  });

  it('ends when another perspective is shown: its cards are others', async () => {
    host.perspective.set('platform-engineering');
    await page.settle();
    expect(isOpen()).to.equal(false);
  });
});
