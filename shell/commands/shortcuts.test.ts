import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import {isMac, toKeyNames} from './key-names.ts';
import {listenKeys} from './listen-keys.ts';
import {parseShortcut} from './parse-shortcut.ts';
import {createShortcutTable} from './shortcut-table.ts';

const claim = (command: string, keys: string, perspective?: 'development' | 'platform-engineering') => ({
  command,
  keys,
  perspective,
});

describe('a shortcut', () => {
  it('is a key, a sequence, or keys with Mod that nobody else uses', () => {
    const fits = ['N', 'Shift+N', 'G C', 'g c', '?', 'Mod+Enter', 'Mod+Shift+F', '1'];
    const not = ['Mod+C', 'Mod+T', 'Mod+Shift+C', 'Mod+K', 'Alt+N', 'Ctrl+N', 'Enter', 'Tab', 'F5', 'G C C', 'G Mod+F', 'Shift+?', '', '+', 'Mod+Shift+N']; // prettier-ignore
    expect(fits.filter((keys) => !parseShortcut(keys).ok)).to.deep.equal([]);
    expect(not.filter((keys) => parseShortcut(keys).ok)).to.deep.equal([]);
  });

  it('is read without throwing, whatever stands there', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof parseShortcut(text).ok === 'boolean'));
  });

  it('stands on keys as on the keyboard', () => {
    expect(toKeyNames('Mod+Shift+f', false)).to.deep.equal([['Ctrl', 'Shift', 'F']]);
    expect(toKeyNames('G C', true)).to.deep.equal([['G'], ['C']]);
    expect(toKeyNames('Mod+Enter', true)).to.deep.equal([['⌘', 'Enter']]);
  });
});

describe('shortcuts', () => {
  it('go to who comes first; the second is refused by name, and so is the beginning of another', () => {
    const {shortcuts, refused} = createShortcutTable([
      claim('a.one', 'G C'),
      claim('b.two', 'g c'),
      claim('b.three', 'G'),
      claim('b.four', 'Mod+C'),
      claim('b.five', 'N', 'development'),
      claim('b.six', 'N', 'platform-engineering'),
      claim('b.seven', 'N'),
    ]);
    expect(shortcuts.map(({command}) => command)).to.deep.equal(['a.one', 'b.five', 'b.six']);
    expect(refused.map(({error}) => error.message)).to.deep.equal([
      "The shortcut 'g c' of the command 'b.two' belongs to 'a.one' already.",
      "The shortcut 'G' of the command 'b.three' belongs to 'a.one' already.",
      "The shortcut 'Mod+C' of the command 'b.four' cannot be used: browsers, systems or the portal use it for something else.",
      "The shortcut 'N' of the command 'b.seven' belongs to 'b.five' already.",
    ]);
  });

  it('of ten thousand commands are handed out within a second', () => {
    const claims = Array.from({length: 10_000}, (_, n) => claim(`m.c${n}`, `${'abcdefghij'[n % 10]} ${n % 10}`));
    const started = performance.now();
    const {shortcuts} = createShortcutTable(claims);
    expect([shortcuts.length, performance.now() - started < 1000]).to.deep.equal([10, true]);
  });
});

describe('keys', () => {
  const table = createShortcutTable([claim('a.go', 'G C'), claim('a.new', 'N'), claim('a.send', 'Mod+Enter')]);
  let ran: string[] = [];
  let singleKeys = true;
  let stop = (): void => {};
  const press = (key: string, init: KeyboardEventInit = {}, target: EventTarget = document.body): boolean =>
    !target.dispatchEvent(
      new KeyboardEvent('keydown', {key, bubbles: true, cancelable: true, composed: true, ...init}),
    );

  beforeEach(() => {
    ran = [];
    singleKeys = true;
    stop = listenKeys({
      table: () => table,
      perspective: () => 'development',
      singleKeys: () => singleKeys,
      run: (command) => ran.push(command),
    });
  });
  afterEach(() => stop());

  it('run commands, one after the other in sequences', () => {
    for (const key of ['n', 'g', 'c', 'g', 'x', 'c', 'g', 'n']) press(key);
    expect(ran).to.deep.equal(['a.new', 'a.go', 'a.new']);
  });

  it('are left alone where they mean something else', () => {
    const field = document.createElement('input');
    const dialog = document.createElement('dialog');
    const menu = document.createElement('div');
    menu.setAttribute('role', 'menu');
    document.body.append(field, dialog, menu);
    dialog.showModal();
    press('n', {}, field);
    press('n', {}, dialog);
    press('n', {}, menu);
    press('n', {ctrlKey: true});
    press('n', {altKey: true});
    press('n', {repeat: true});
    press('n', {isComposing: true});
    expect(ran).to.deep.equal([]);
    press('Enter', {ctrlKey: true, metaKey: false}, field);
    expect(ran).to.deep.equal(isMac() ? [] : ['a.send']);
    for (const element of [field, dialog, menu]) element.remove();
  });

  it('without Ctrl can be switched off', () => {
    singleKeys = false;
    for (const key of ['n', 'g', 'c']) press(key);
    expect(ran).to.deep.equal([]);
    if (!isMac()) expect(press('Enter', {ctrlKey: true})).to.equal(true);
  });

  it('follow the letters of a keyboard without Latin ones', () => {
    press('т', {code: 'KeyN'});
    expect(ran).to.deep.equal(['a.new']);
  });
});
