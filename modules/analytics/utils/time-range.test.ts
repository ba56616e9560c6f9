import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {parseRange, periodOf, RANGES, toPeriods} from './time-range.ts';

const NOW = new Date(2026, 5, 17, 15).getTime();

describe('the periods of a range', () => {
  it('are whole days, weeks from Monday, or months', () => {
    const first = (range: '7d' | '90d' | '1y'): string => new Date(toPeriods(range, NOW).starts[0] ?? 0).toDateString();
    expect([first('7d'), first('90d'), first('1y')]).to.deep.equal([
      'Thu Jun 11 2026',
      'Mon Mar 23 2026',
      'Tue Jul 01 2025',
    ]);
  });

  it('reach back to the oldest object for «all», and stay few', () => {
    for (const days of [0, 3, 100, 400, 4000]) {
      const oldest = NOW - days * 86_400_000;
      const {starts} = toPeriods('all', NOW, oldest);
      expect(starts[0]).to.be.at.most(oldest);
      expect(starts.length).to.be.lessThan(150);
    }
    expect(toPeriods('all', NOW).starts.length).to.equal(1);
  });

  it('follow each other, and each moment is in one', () => {
    const moment = fc.date({min: new Date(2000, 0), max: new Date(2030, 0), noInvalidDate: true});
    fc.assert(
      fc.property(fc.constantFrom(...RANGES), moment, moment, moment, (range, now, oldest, asked) => {
        const periods = toPeriods(range, now.getTime(), oldest.getTime());
        const {starts, end} = periods;
        expect([...starts].sort((a, b) => a - b)).to.deep.equal(starts);
        const index = periodOf(periods, asked.getTime());
        if (index === undefined) expect(asked.getTime()).to.be.greaterThan(end);
        else {
          expect(asked.getTime()).to.be.at.least(starts[index] ?? -Infinity);
          expect(asked.getTime()).to.be.lessThan(starts[index + 1] ?? Infinity);
        }
      }),
    );
  });

  it('are only of ranges that exist', () => {
    expect([parseRange('30d'), parseRange('31d'), parseRange(null), parseRange({})]).to.deep.equal([
      '30d',
      undefined,
      undefined,
      undefined,
    ]);
  });
});
