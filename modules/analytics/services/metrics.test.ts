import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import type {ComponentFacts, State} from '../types/facts.ts';
import {RANGES, toPeriods} from '../utils/time-range.ts';
import {countBy} from './count-by.ts';
import {splitGrowth} from './split-growth.ts';
import {toFigure} from './to-figure.ts';
import {toGrowth} from './to-growth.ts';
import {toMetrics} from './to-metrics.ts';

const NOW = new Date(2026, 5, 17, 15).getTime();
const DAY = 86_400_000;

const component = (daysOld: number | undefined, about: Partial<ComponentFacts> = {}): ComponentFacts => ({
  name: 'c',
  label: 'C',
  created: daysOld === undefined ? undefined : NOW - daysOld * DAY,
  state: 'ready',
  reason: '',
  project: 'shop',
  type: 'deployment/service',
  ...about,
});

const components = fc.array(
  fc
    .record({
      daysOld: fc.option(fc.double({min: -30, max: 2000, noNaN: true}), {nil: undefined}),
      project: fc.constantFrom('', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
      state: fc.constantFrom<State>('ready', 'not-ready', 'pending', 'deleting'),
    })
    .map(({daysOld, ...about}) => component(daysOld, about)),
  {maxLength: 60},
);

describe('the figures', () => {
  it('say how many there are, how many came, and how many came before that', () => {
    const week = toPeriods('7d', NOW);
    const moments = [1, 3, 9, 100, undefined].map((daysOld) => component(daysOld).created);
    expect(toFigure(moments, week)).to.deep.equal({total: 5, created: 2, createdBefore: 1});
    expect(toFigure([], week)).to.deep.equal({total: 0, created: 0});
  });

  it('grow from what was there before to what is there now', () => {
    const week = toPeriods('7d', NOW);
    const growth = toGrowth(
      [20, 20, undefined, 2, 0].map((daysOld) => component(daysOld).created),
      week,
    );
    expect(growth).to.deep.equal({created: [0, 0, 0, 0, 1, 0, 1], total: [3, 3, 3, 3, 4, 4, 5]});
  });

  it('leave out what lies in the future, which a wrong clock may say', () => {
    expect(toGrowth([component(-3).created], toPeriods('7d', NOW)).total.at(-1)).to.equal(0);
  });

  it('add up: over periods, over parts, over values', () => {
    fc.assert(
      fc.property(components, fc.constantFrom(...RANGES), (list, range) => {
        const {
          components: figure,
          growth,
          byProject,
          byState,
          periods,
        } = toMetrics(list, {
          scope: {namespace: 'acme'},
          range,
          updatedAt: NOW,
          now: NOW,
        });
        const future = list.filter(({created}) => created !== undefined && created > NOW).length;
        expect(growth.total.at(-1)).to.equal(figure.total - future);
        expect(growth.created.reduce((sum, count) => sum + count, 0)).to.equal(figure.created);
        expect(growth.total.every((total, index) => total >= (growth.total[index - 1] ?? 0))).to.equal(true);
        for (const counts of [byProject, byState])
          expect(counts.reduce((sum, {count}) => sum + count, 0)).to.equal(list.length);
        const parts = splitGrowth(list, periods, ({project}) => project);
        expect(parts.length).to.be.lessThan(7);
        const sums = growth.total.map((_, index) =>
          parts.reduce((sum, part) => sum + (part.growth.total[index] ?? NaN), 0),
        );
        expect(sums).to.deep.equal(growth.total);
      }),
    );
  });

  it('put the most frequent first, equal ones by name', () => {
    expect(countBy(['b', 'a', 'c', 'c'], (value) => value)).to.deep.equal([
      {key: 'c', count: 2},
      {key: 'a', count: 1},
      {key: 'b', count: 1},
    ]);
  });

  it('of two thousand components are there at once', () => {
    const many = Array.from({length: 2000}, (_, index) => component(index % 400, {project: `p${index % 50}`}));
    const start = performance.now();
    toMetrics(many, {scope: {namespace: 'acme'}, range: 'all', updatedAt: NOW, now: NOW});
    expect(performance.now() - start).to.be.lessThan(100);
  });
});
