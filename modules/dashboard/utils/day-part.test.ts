import {expect} from '@open-wc/testing';
import {toDayPart} from './day-part.ts';

describe('toDayPart', () => {
  it('changes at five, noon and six', () => {
    const parts = [4, 5, 11, 12, 17, 18, 23].map((hour) => toDayPart(new Date(2026, 0, 1, hour)));
    expect(parts).to.deep.equal(['evening', 'morning', 'morning', 'afternoon', 'afternoon', 'evening', 'evening']);
  });
});
