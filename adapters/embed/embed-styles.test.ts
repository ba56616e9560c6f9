import {expect, fixture, html} from '@open-wc/testing';
import {toHostStyles} from './embed-styles.ts';

describe('the styles of an embedded element', () => {
  it('are light or dark as the page is, or as the element says; a token set by the page wins', async () => {
    const tokens = await (await fetch('/shell/styles/tokens.css')).text();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(toHostStyles(tokens));
    const place = await fixture<HTMLElement>(html`<section><div></div></section>`);
    const element = place.firstElementChild as HTMLElement;
    const root = element.attachShadow({mode: 'open'});
    root.adoptedStyleSheets = [sheet];
    const box = document.createElement('div');
    box.className = 'message';
    root.append(box);
    const background = (): string => getComputedStyle(box).backgroundColor;
    const [light, dark] = ['rgb(255, 255, 255)', 'rgb(21, 24, 30)'];
    place.style.colorScheme = 'light';
    expect(background()).to.equal(light);
    place.style.colorScheme = 'dark';
    expect(background()).to.equal(dark);
    element.setAttribute('theme', 'light');
    expect(background()).to.equal(light);
    element.setAttribute('theme', 'dark');
    place.style.colorScheme = 'light';
    expect(background()).to.equal(dark);
    element.style.setProperty('--portal-color-surface', 'rgb(1, 2, 3)');
    expect(background()).to.equal('rgb(1, 2, 3)');
    expect(getComputedStyle(document.documentElement).getPropertyValue('--portal-radius')).to.equal('');
  });
});
