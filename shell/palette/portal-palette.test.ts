import {aTimeout, expect, html, waitUntil} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {PortalError, type RecentChoice} from '@openchoreo/portal-contract';
import {defineElement} from '@openchoreo/portal-lit';
import {atom} from 'nanostores';
import type {Command} from '../commands/command.ts';
import type {ProviderAnswer} from '../commands/search-providers.ts';
import {frameFixture} from '../frame/test-support/frame-fixture.ts';
import {canResize, needsKeyboard, needsPhone, restoreWindow} from '../frame/test-support/needs.ts';
import {testServices, type TestServices} from '../frame/test-support/test-services.ts';
import {keepTyped} from './keep-typed.ts';
import {PortalPalette} from './portal-palette.ts';

const command = (id: string, title: string, rest: Partial<Command['data']> = {}): Command => ({
  id,
  title,
  data: rest,
  permissions: [],
  action: {kind: 'shell', run: () => {}},
});

const COMMANDS = [
  command('shop.create', 'New product', {icon: 'plus', shortcut: 'C P'}),
  command('shop.secret', 'Secret', {}),
  command('shop.scoped', 'Empty the cart', {}),
  command('portal.theme-dark', 'Dark', {category: 'Theme', keywords: ['night']}),
];

interface Opened {
  readonly palette: PortalPalette;
  readonly services: TestServices;
  readonly done: string[];
  readonly searches: string[];
  readonly answer: (answers: readonly ProviderAnswer[]) => void;
  readonly texts: () => readonly string[];
  readonly kept: RecentChoice[][];
}

async function open(recents: readonly RecentChoice[] = []): Promise<Opened> {
  defineElement('portal-palette', PortalPalette);
  const done: string[] = [];
  const searches: string[] = [];
  const kept: RecentChoice[][] = [];
  let answer = (_answers: readonly ProviderAnswer[]): void => {};
  const refusals: Readonly<Record<string, PortalError>> = {
    'shop.secret': new PortalError('PERMISSION_DENIED', ['secret:view']),
    'shop.scoped': new PortalError('COMMAND_NEEDS_SCOPE', ['Empty the cart', 'project']),
  };
  const center = {
    list: {all: atom(COMMANDS), known: () => COMMANDS},
    icons: {get: () => undefined, load: () => {}, version: atom(0)},
    judge: async ({id}: Command) => refusals[id],
    press: async (id: string, input?: unknown) =>
      void done.push(input === undefined ? id : `${id} ${JSON.stringify(input)}`),
    pages: () => [
      {title: 'Products', above: [], path: '/shop'},
      {title: 'Modules', above: [], path: '/modules?perspective=platform-engineering', other: 'platform-engineering'},
    ],
    search(text: string, onAnswer: typeof answer) {
      searches.push(text);
      answer = onAnswer;
      return () => searches.push(`stop ${text}`);
    },
  };
  const services = Object.assign(testServices(), {
    commands: async () => center,
    preferences: {get: () => ({recents}), change: (change: {recents: RecentChoice[]}) => kept.push(change.recents)},
  });
  Object.assign(services.links, {go: (path: string) => done.push(path)});
  const {element: palette} = await frameFixture<PortalPalette>(html`<portal-palette></portal-palette>`, services);
  await palette.open();
  const texts = (): readonly string[] =>
    [...(palette.shadowRoot?.querySelectorAll('[role=option]') ?? [])].map(({textContent}) =>
      textContent.replace(/\s+/g, ' ').trim(),
    );
  await waitUntil(() => texts().length > 2);
  return {palette, services, done, searches, answer: (answers) => answer(answers), texts, kept};
}

function type(palette: PortalPalette, text: string): void {
  const input = palette.shadowRoot?.querySelector('input');
  if (!input) throw new Error('no field');
  input.value = text;
  input.dispatchEvent(new Event('input'));
}

const activeText = (palette: PortalPalette): string => {
  const id = palette.shadowRoot?.querySelector('input')?.getAttribute('aria-activedescendant') ?? '';
  return palette.shadowRoot?.getElementById(id)?.querySelector('.title')?.textContent.trim() ?? '';
};

describe('<portal-palette>', () => {
  it('is accessible, with and without results', async () => {
    const {palette} = await open();
    await expect(palette).to.be.accessible();
    type(palette, 'nothing like it');
    await palette.updateComplete;
    await expect(palette).to.be.accessible();
  });

  it('offers pages and commands: those of the other perspective marked, what may not be run not, what cannot be run now with the reason', async () => {
    const {texts} = await open();
    expect(texts()).to.deep.equal(['Products', 'Modules Platform', 'New product CthenP', texts()[3], 'Theme Dark']);
    expect(texts()[3]).to.contain('Empty the cart').and.to.contain('choose one first');
  });

  it('finds by title, category and keyword, and marks what was typed', async () => {
    const {palette, texts} = await open();
    type(palette, 'pro');
    await palette.updateComplete;
    expect(texts()).to.deep.equal(['Products', 'New product CthenP']);
    expect(palette.shadowRoot?.querySelector('mark')?.textContent).to.equal('Pro');
    type(palette, 'night');
    await palette.updateComplete;
    expect(texts()).to.deep.equal(['Theme Dark']);
  });

  it('begins with what was typed before it was there, which the page did not get', async () => {
    const {palette, texts} = await open();
    palette.shadowRoot?.querySelector('dialog')?.close();
    const got: string[] = [];
    const onKey = ({key}: KeyboardEvent): void => void got.push(key);
    addEventListener('keydown', onKey);
    const press = (key: string, ctrlKey = false): void =>
      void document.body.dispatchEvent(new KeyboardEvent('keydown', {key, ctrlKey, bubbles: true, cancelable: true}));
    const takeTyped = keepTyped();
    for (const key of ['n', 'i', 'x', 'Backspace', 'Tab', 'g']) press(key);
    press('k', true);
    await palette.open(takeTyped);
    press('y');
    removeEventListener('keydown', onKey);
    expect([palette.shadowRoot?.querySelector('input')?.value, got]).to.deep.equal(['nig', ['Tab', 'k', 'y']]);
    await waitUntil(() => texts().join() === 'Theme Dark');
  });

  it('asks providers once it is quiet, and gives up what was asked before', async () => {
    const {palette, searches, answer, texts} = await open();
    type(palette, 'ca');
    type(palette, 'car');
    await waitUntil(() => searches.length === 1);
    type(palette, 'cart');
    await waitUntil(() => searches.length === 3);
    expect(searches).to.deep.equal(['car', 'stop car', 'cart']);
    const results = [
      {title: 'Cart', path: '/shop/cart'},
      {title: 'Empty', command: 'shop.empty', input: {all: true}},
    ];
    answer([
      {key: 'shop.find', title: 'Things', state: {status: 'found', results, more: 3}},
      {key: 'other.find', title: 'Others', state: {status: 'failed', error: new PortalError('OFFLINE', [])}},
    ]);
    await palette.updateComplete;
    expect(texts()).to.include('Cart').and.to.include('Empty');
    const notes = [...(palette.shadowRoot?.querySelectorAll('.note') ?? [])].map(({textContent}) => textContent);
    expect(notes.length).to.equal(2);
    await expect(palette).to.be.accessible();
  });

  it('does what is clicked, closes, and remembers it', async () => {
    const {palette, done, kept} = await open([{title: 'Old', path: '/old'}]);
    palette.shadowRoot?.querySelectorAll<HTMLElement>('[role=option]')[1]?.click();
    expect([done, kept]).to.deep.equal([
      ['/shop'],
      [
        [
          {title: 'Products', path: '/shop'},
          {title: 'Old', path: '/old'},
        ],
      ],
    ]);
    expect(palette.shadowRoot?.querySelector('dialog')?.open).to.equal(false);
  });

  it('does nothing for what cannot be run now, and says why', async () => {
    const {palette, done} = await open();
    palette.shadowRoot?.querySelector<HTMLElement>('[aria-disabled=true]')?.click();
    await palette.updateComplete;
    expect(done).to.deep.equal([]);
    expect(palette.shadowRoot?.querySelector('[role=status]')?.textContent).to.contain('choose one first');
  });

  it('puts what was chosen last first, of pages and commands only those that are there', async () => {
    const {texts} = await open([
      {title: 'Dark', command: 'portal.theme-dark'},
      {title: 'Cart', path: '/shop/cart'},
      {title: 'Gone', command: 'gone.command'},
    ]);
    expect(texts().slice(0, 2)).to.deep.equal(['Theme Dark', 'Cart']);
    expect(texts().filter((text) => text.includes('Dark')).length).to.equal(1);
  });

  it('reads the number of results out when it is quiet', async () => {
    const {palette} = await open();
    await waitUntil(() => palette.shadowRoot?.querySelector('[role=status]')?.textContent.trim() !== '');
  });
});

describe('<portal-palette> by keyboard', () => {
  before(needsKeyboard);

  it('moves, chooses, and closes', async () => {
    const {palette, done} = await open();
    const visited: string[] = [];
    for (const press of ['ArrowDown', 'ArrowUp', 'ArrowUp', 'ArrowDown', 'PageDown', 'PageUp']) {
      await sendKeys({press});
      await palette.updateComplete;
      visited.push(activeText(palette));
    }
    expect(visited).to.deep.equal(['Modules', 'Products', 'Dark', 'Products', 'Dark', 'Products']);
    await sendKeys({type: 'new'});
    await sendKeys({press: 'Enter'});
    expect(done).to.deep.equal(['shop.create']);
    await palette.open();
    await sendKeys({press: 'Escape'});
    await waitUntil(() => palette.shadowRoot?.querySelector('dialog')?.open === false);
  });
});

describe('<portal-palette> on a phone', () => {
  before(needsPhone);
  after(restoreWindow);

  it('fills the screen and can be closed by a button', async () => {
    await canResize(390);
    const {palette} = await open();
    await aTimeout(200);
    const dialog = palette.shadowRoot?.querySelector('dialog');
    expect([dialog?.offsetWidth, dialog?.offsetHeight]).to.deep.equal([innerWidth, innerHeight]);
    palette.shadowRoot?.querySelector<HTMLElement>('.close')?.click();
    expect(dialog?.open).to.equal(false);
  });
});
