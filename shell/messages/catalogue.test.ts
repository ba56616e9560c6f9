import type {CompiledMessages} from '@openchoreo/portal-contract';
import {expect} from '@open-wc/testing';
import {createCatalogue} from './catalogue.ts';

// As the build compiles `Hello {name}` and `{n, plural, …}`.
const EN: CompiledMessages = {hello: ['Hello ', ['name']]};
const DE: CompiledMessages = {
  hello: ['Hallo ', ['name']],
  count: [['n', 'plural', {one: ['#', ' Modul'], other: ['#', ' Module']}]],
};

describe('catalogue', () => {
  it('fills values in, with plural forms and numbers of the language', () => {
    const catalogue = createCatalogue('de', DE, console);
    expect([
      catalogue.text('hello', {name: 'Ada'}),
      catalogue.text('count', {n: 1}),
      catalogue.text('count', {n: 1200}),
    ]).to.deep.equal(['Hallo Ada', '1 Modul', '1.200 Module']);
  });

  it('answers a missing key with the key and a warning', () => {
    const warnings: string[] = [];
    const catalogue = createCatalogue('en', EN, {warn: (message) => warnings.push(message)});
    expect(catalogue.text('nope')).to.equal('nope');
    expect(warnings).to.deep.equal(["The catalogue for 'en' has no message 'nope'."]);
  });

  it('tells its listeners when the language changes, until they leave', () => {
    const catalogue = createCatalogue('en', EN, console);
    const heard: string[] = [];
    const stop = catalogue.onChange(() => heard.push(catalogue.text('hello', {name: 'Ada'})));
    catalogue.load('de', DE);
    stop();
    catalogue.load('en', EN);
    expect(heard).to.deep.equal(['Hallo Ada']);
  });

  it('writes numbers, dates and durations as the language does', () => {
    const catalogue = createCatalogue('de', DE, console);
    expect([
      catalogue.number(1234.5),
      catalogue.date('2026-08-05T10:00:00Z', {dateStyle: 'medium', timeZone: 'UTC'}),
      catalogue.relative(new Date(Date.now() - 3 * 86_400_000 - 1000)),
      catalogue.relative(new Date()),
    ]).to.deep.equal(['1.234,5', '05.08.2026', 'vor 3 Tagen', 'jetzt']);
  });
});
