import {expect} from '@open-wc/testing';
import {checkName, suggestName} from './resource-name.ts';

describe('checkName', () => {
  it('accepts what the platform accepts and names what is wrong with the rest', () => {
    const faults = Object.fromEntries(
      ['a', 'cart-2', '9', 'a'.repeat(63), '', 'a'.repeat(64), 'Cart', 'a_b', '-a', 'a-'].map((name) => [
        name.length > 60 ? String(name.length) : name,
        checkName(name),
      ]),
    );
    expect(faults).to.deep.equal({
      a: undefined,
      'cart-2': undefined,
      9: undefined,
      63: undefined,
      '': 'required',
      64: 'too-long',
      Cart: 'characters',
      a_b: 'characters',
      '-a': 'edges',
      'a-': 'edges',
    });
  });
});

describe('suggestName', () => {
  it('makes a usable name of one for people', () => {
    expect(['Größe & Preis', '  Café Ünal! ', '---', 'Cart 2.0'].map(suggestName)).to.deep.equal([
      'groesse-preis',
      'cafe-uenal',
      '',
      'cart-2-0',
    ]);
    expect(checkName(suggestName(`${'x'.repeat(62)} y`))).to.equal(undefined);
  });
});
