import {expect} from '@open-wc/testing';
import {findContributionFault} from './find-contribution-fault.ts';

describe('findContributionFault', () => {
  const head = {
    contributions: {
      refused: [{point: 'cost.charts', id: 'yen', faults: [{path: 'unit', found: '"yen"', expected: '"€" or "$"'}]}],
      waiting: ['gone.cards'],
    },
  };

  it('says what does not fit the point, and which point nobody opens', () => {
    const refused = findContributionFault(head, 'cost.charts', 'yen');
    expect([
      refused?.kind === 'refused' && refused.error.message,
      findContributionFault(head, 'gone.cards', 'any'),
    ]).to.deep.equal([
      'The contribution \'yen\' does not fit the extension point \'cost.charts\': unit: found "yen", expected "€" or "$"',
      {kind: 'waiting', point: 'gone.cards'},
    ]);
  });

  it('says nothing of what is sound', () => {
    expect([findContributionFault(head, 'cost.charts', 'euro'), findContributionFault({}, 'a.b', 'c')]).to.deep.equal([
      undefined,
      undefined,
    ]);
  });
});
