import {expect} from '@open-wc/testing';
import {pruneStyles} from './prune-styles.ts';

const names = {classes: new Set(['card', 'total']), tags: new Set(['a', 'strong', 'x-badge'])};

describe('pruneStyles', () => {
  for (const [css, kept] of [
    ['.card{a:1}.table{b:2}', '.card{a:1}'],
    ['.card,.table .x,.card .total strong{a:1}', '.card,.card .total strong{a:1}'],
    ['a{a:1}code,pre{b:2}x-badge>a{c:3}x-other{d:4}', 'a{a:1}x-badge>a{c:3}'],
    ['*,*::before,:host,::slotted(p){a:1}', '*,*::before,:host,::slotted(p){a:1}'],
    [':host([hidden]),.gone:not(.x){a:1}', ':host([hidden]),.gone:not(.x){a:1}'],
    ['a:hover,.table:hover{a:1}', 'a:hover{a:1}'],
    ['@media (width<1px){.card{a:1}.table{b:2}}@media print{.table{c:3}}', '@media (width<1px){.card{a:1}}'],
    ['@keyframes turn{to{rotate:1turn}}', '@keyframes turn{to{rotate:1turn}}'],
    ['.card{a:1', '.card{a:1}'],
    ['', ''],
  ] as const) {
    it(`keeps of ${css || 'nothing'} what the page needs`, () => {
      expect(pruneStyles(css, names)).to.equal(kept);
    });
  }
});
