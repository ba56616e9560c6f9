import {expect} from '@open-wc/testing';
import type {Contribution, DashboardCard} from '@openchoreo/portal-contract';
import {COLUMNS, type Draft, moveTo, resize, setHidden, step, toDraft, widen} from './layout-draft.ts';
import {placeCards} from './place-cards.ts';

const card = (key: string, change: Partial<DashboardCard> = {}): Contribution<DashboardCard> => ({
  module: 'shop',
  point: 'dashboard.cards',
  id: key,
  key,
  data: {id: key, title: key.toUpperCase(), component: {entry: 'card.js', export: 'Card'}, ...change},
});
const kept = (key: string) => ({key, columns: 4, rows: 2}) as const;
const keys = (list: readonly {readonly key: string}[]): string => list.map(({key}) => key).join('');

describe('placeCards', () => {
  it('follows what the person kept; what is new comes after it, in its own order and size', () => {
    const placed = placeCards(
      [card('a', {columns: 6, rows: 3}), card('b'), card('c')],
      [
        {key: 'c', columns: 12, rows: 4},
        {...kept('b'), hidden: true},
      ],
    );
    expect(placed.map(({key, columns, rows, hidden}) => [key, columns, rows, hidden])).to.deep.equal([
      ['c', 12, 4, undefined],
      ['b', 4, 2, true],
      ['a', 6, 3, undefined],
    ]);
  });

  it('does without what was kept of cards that are gone, and takes the first of two', () => {
    expect(keys(placeCards([card('a'), card('b')], [kept('gone'), kept('b'), kept('b')]))).to.equal('ba');
  });
});

describe('a draft of the layout', () => {
  const DRAFT: Draft = ['a', 'b', 'c', 'd'].map(kept);

  it('moves a card to the place of another, from both sides', () => {
    expect([keys(moveTo(DRAFT, 'a', 'c')), keys(moveTo(DRAFT, 'd', 'b')), moveTo(DRAFT, 'a', 'x')]).to.deep.equal([
      'bcad',
      'adbc',
      DRAFT,
    ]);
  });

  it('moves past what is shown, over what is not, and not beyond the ends', () => {
    const shown = ['a', 'c', 'd'];
    expect([keys(step(DRAFT, 'a', 1, shown)), step(DRAFT, 'a', -1, shown), step(DRAFT, 'd', 1, shown)]).to.deep.equal([
      'bcad',
      DRAFT,
      DRAFT,
    ]);
  });

  it('gives only sizes that there are', () => {
    for (const columns of [-3, 0, 3.4, 5, 7, 9, 11, 40]) {
      for (const rows of [-1, 0.4, 2.6, 99]) {
        const [resized] = resize(DRAFT, 'a', {columns, rows});
        expect(COLUMNS.includes(resized!.columns) && resized!.rows >= 1 && resized!.rows <= 6).to.equal(true);
      }
    }
    expect([widen(DRAFT, 'a', 1)[0]?.columns, widen(DRAFT, 'a', -1)[0]?.columns]).to.deep.equal([6, 3]);
    expect(widen(resize(DRAFT, 'a', {columns: 12}), 'a', 1)[0]?.columns).to.equal(12);
  });

  it('keeps what is hidden and what is not here now, so that it comes back in its size', () => {
    const before: Draft = [{key: 'gone', columns: 12, rows: 6}, kept('b')];
    const draft = setHidden(toDraft(placeCards([card('a'), card('b')], before), before), 'b', true);
    expect(draft).to.deep.equal([{...kept('b'), hidden: true}, kept('a'), {key: 'gone', columns: 12, rows: 6}]);
    expect(setHidden(draft, 'b', false)[0]).to.deep.equal(kept('b'));
  });
});
