import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {parseOverview, toOverviewQuery} from './overview-query.ts';
import {parseFilters, toFilterQuery} from './report-filters.ts';
import {toFileName} from './file-name.ts';
import {shorten} from './shorten.ts';
import {stack} from './stack.ts';

const filters = (query: string) => parseFilters(new URLSearchParams(query), '90d');

describe('what an address says of a report', () => {
  it('survives the way through the address', () => {
    for (const query of [
      '',
      '?range=7d&by=project',
      '?type=deployment%2Fservice&state=not-ready',
      '?plane=unknown&page=3',
    ])
      expect(toFilterQuery(filters(query), '90d')).to.equal(query);
    for (const query of ['', '?range=all&show=created'])
      expect(toOverviewQuery(parseOverview(new URLSearchParams(query), '90d'), '90d')).to.equal(query);
  });

  it('counts as absent when it makes no sense', () => {
    const nonsense = '?range=forever&by=__proto__&state=READY&plane=1&page=-1&show=all';
    expect(toFilterQuery(filters(nonsense), '90d')).to.equal('');
    expect(toOverviewQuery(parseOverview(new URLSearchParams(nonsense), '90d'), '90d')).to.equal('');
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('range', 'by', 'state', 'plane', 'page'), fc.string()), (query) => {
        const once = toFilterQuery(parseFilters(new URLSearchParams(query), '30d'), '30d');
        expect(toFilterQuery(parseFilters(new URLSearchParams(once), '30d'), '30d')).to.equal(once);
      }),
    );
  });
});

describe('small things', () => {
  it('a file is named after report, scope and day, and nothing leads out of the folder', () => {
    const day = new Date(2026, 0, 5);
    expect(toFileName('component-growth', {namespace: 'acme', project: 'shop'}, day)).to.equal(
      'component-growth_acme_shop_2026-01-05.csv',
    );
    expect(toFileName('x', {namespace: '../a b'}, day)).to.equal('x_..-a-b_2026-01-05.csv');
  });

  it('a label is as long as there is room', () => {
    const upTo = (length: number) => (text: string) => text.length <= length;
    expect([shorten('service', upTo(9)), shorten('service', upTo(4)), shorten('service', upTo(1))]).to.deep.equal([
      'service',
      'ser…',
      '',
    ]);
  });

  it('series stand on each other, the topmost first', () => {
    const series = [
      {label: 'a', tone: '1', values: [1, 2]},
      {label: 'b', tone: '2', values: [10, 20]},
    ] as const;
    expect(stack(series)).to.deep.equal([
      [11, 22],
      [1, 2],
    ]);
  });
});
