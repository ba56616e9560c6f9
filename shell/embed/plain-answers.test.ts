import {expect} from '@open-wc/testing';
import {ANSWERS as LIBRARY} from '../data/answers.ts';
import {ANSWERS as PLAIN} from './plain-answers.ts';

const VALUES: readonly unknown[] = [
  null,
  'text',
  [],
  {},
  {metadata: {name: 'a'}, spec: 1},
  {metadata: {name: 1}},
  {items: []},
  {items: [{metadata: {name: 'a', more: true}}], pagination: {nextCursor: 'x', remainingCount: 2}},
  {items: [{metadata: {}}]},
  {items: [], pagination: {nextCursor: 5}},
  {items: [], pagination: {remainingCount: 'many'}},
  {capabilities: {}},
  {capabilities: {'component:view': {allowed: [{path: '*'}], denied: []}}},
  {capabilities: {'component:view': {allowed: [{path: 'ns/a', constraints: {expressions: ['x']}}]}}},
  {capabilities: {'component:view': {allowed: [{path: 1}]}}},
  {capabilities: {'component:view': {allowed: [{path: 'a', constraints: {expressions: [1]}}]}}},
  {capabilities: {'component:view': null}},
  [{decision: true}, {decision: false, context: {}}],
  [{decision: 'yes'}],
  {code: 'NOT_FOUND'},
  {code: 'NOT_FOUND', detail: 'x', values: ['a']},
  {code: 'NOT_FOUND', values: [1]},
  {code: 4},
  {error: 'x', details: [{field: 'a', message: 'b'}]},
  {error: 'x', details: [{field: 'a'}]},
  {error: 1},
  {title: null},
];

describe('answers read without a schema library', () => {
  for (const name of Object.keys(LIBRARY) as (keyof typeof LIBRARY)[]) {
    it(`are good, as ${name}, when the library says so`, () => {
      for (const value of VALUES) {
        const [one, other] = [LIBRARY[name].safeParse(value).success, PLAIN[name].safeParse(value).success];
        expect(other, `${name} ${JSON.stringify(value)}`).to.equal(one);
      }
    });
  }

  it('have what an answer may leave out', () => {
    const parsed = PLAIN.page.safeParse({items: []});
    expect(parsed.success && parsed.data).to.deep.equal({items: [], pagination: {}});
  });
});
