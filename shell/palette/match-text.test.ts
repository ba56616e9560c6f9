import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import {matchText} from './match-text.ts';

const parts = (typed: string, text: string): readonly string[] | undefined =>
  matchText(typed, text)?.ranges.map(([start, end]) => text.slice(start, end));

describe('matchText', () => {
  it('finds beginnings, words, parts, initials and scattered letters, and says which letters', () => {
    expect(parts('create', 'Create component')).to.deep.equal(['Create']);
    expect(parts('comp', 'Create component')).to.deep.equal(['comp']);
    expect(parts('pone', 'Create component')).to.deep.equal(['pone']);
    expect(parts('cc', 'Create component')).to.deep.equal(['C', 'c']);
    expect(parts('component create', 'Create component')).to.deep.equal(['Create', 'component']);
    expect(parts('uber', 'Übersicht')).to.deep.equal(['Über']);
    expect(parts('xyz', 'Create component')).to.equal(undefined);
  });

  it('puts what begins with it first, then words, then parts', () => {
    const score = (text: string): number => matchText('pro', text)?.score ?? Infinity;
    const texts = ['Improve', 'New project', 'Pro', 'Projects', 'Plan a route over'];
    expect(texts.toSorted((a, b) => score(a) - score(b)).slice(0, 4)).to.deep.equal([
      'Pro',
      'Projects',
      'New project',
      'Improve',
    ]);
  });

  it('finds each text by itself, and marks only what is there, in order', () => {
    fc.assert(
      fc.property(fc.string({unit: 'grapheme'}), fc.string({unit: 'grapheme'}), (typed, text) => {
        const match = matchText(typed, text);
        const flat = (match?.ranges ?? []).flat();
        expect(flat).to.deep.equal(flat.toSorted((a, b) => a - b));
        expect(flat.every((index) => index >= 0 && index <= text.length)).to.equal(true);
        if (/^[a-z]+$/.test(text)) expect(matchText(text, text)?.score).to.be.lessThan(1);
      }),
    );
  });
});
