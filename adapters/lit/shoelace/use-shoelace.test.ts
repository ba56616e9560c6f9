import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import SlIconButton from '@shoelace-style/shoelace/dist/components/icon-button/icon-button.component.js';
import SlSwitch from '@shoelace-style/shoelace/dist/components/switch/switch.component.js';
import {getIconLibrary} from '@shoelace-style/shoelace/dist/components/icon/library.js';
import {defineElement} from '../define-element.ts';
import {useShoelace} from './use-shoelace.ts';

describe('useShoelace', () => {
  it('adopts the theme once however often it is called', async () => {
    const before = document.adoptedStyleSheets.length;
    await Promise.all([useShoelace(), useShoelace()]);
    await useShoelace();
    expect(document.adoptedStyleSheets.length).to.equal(before + 2);
    const root = getComputedStyle(document.documentElement);
    expect(root.getPropertyValue('--sl-font-size-medium').trim()).to.equal('14px');
  });

  it('takes every icon Shoelace draws itself from the sheet, not from a data: address', async () => {
    await useShoelace();
    const library = getIconLibrary('system')!;
    expect(library.spriteSheet).to.equal(true);
    const sheet = library.resolver('').replace('#', '');
    const text = await (await fetch(sheet)).text();
    const symbols = [...text.matchAll(/<symbol id="([^"]+)"/g)].map(([, id]) => id);
    const {default: system} = await import('@shoelace-style/shoelace/dist/components/icon/library.system.js');
    const used = [
      'caret',
      'check',
      'chevron-down',
      'chevron-left',
      'chevron-right',
      'copy',
      'eye',
      'eye-slash',
      'x-lg',
    ];
    expect(symbols.filter((name) => system.resolver(name!) === '')).to.deep.equal([]);
    expect(symbols).to.include.members([...used, 'x-circle-fill', 'indeterminate', 'radio', 'person-fill']);
  });

  it('gives a module an accessible switch and an icon that is drawn', async () => {
    await useShoelace();
    defineElement('sl-switch', SlSwitch);
    defineElement('sl-icon-button', SlIconButton);
    const element = await fixture(html`<sl-switch>Enabled</sl-switch>`);
    await expect(element).to.be.accessible();
    const button = await fixture(html`<sl-icon-button name="x-lg" library="system" label="Close"></sl-icon-button>`);
    const use = () => button.shadowRoot?.querySelector('sl-icon')?.shadowRoot?.querySelector('use');
    await waitUntil(() => use()?.getAttribute('href')?.endsWith('icons.svg?no-inline#x-lg'));
  });
});
