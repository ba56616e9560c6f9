import {expect} from '@open-wc/testing';
import {changeScope, readSelection, writeSelection} from './selection-query.ts';

const FULL = {namespace: 'acme', project: 'shop', component: 'cart', environment: 'dev'};

describe('selection in the address', () => {
  it('clears what is below a change', () => {
    expect([
      changeScope(FULL, {namespace: 'other'}),
      changeScope(FULL, {project: 'pay'}),
      changeScope(FULL, {project: null}),
      changeScope(FULL, {environment: 'prod'}),
      changeScope(FULL, {namespace: 'other', project: 'x'}),
      changeScope(FULL, {namespace: 'acme'}),
    ]).to.deep.equal([
      {namespace: 'other'},
      {namespace: 'acme', project: 'pay', environment: 'dev'},
      {namespace: 'acme', environment: 'dev'},
      {...FULL, environment: 'prod'},
      {namespace: 'other', project: 'x'},
      FULL,
    ]);
  });

  it('reads what it wrote, and leaves the page’s own parameters', () => {
    const query = new URLSearchParams('q=a&namespace=old&project=gone');
    writeSelection(query, {namespace: 'acme'}, 'platform-engineering');
    expect(query.toString()).to.equal('q=a&namespace=acme&perspective=platform-engineering');
    expect(readSelection(query, {scope: FULL, perspective: 'development'})).to.deep.equal({
      scope: {namespace: 'acme'},
      perspective: 'platform-engineering',
    });
  });

  it('takes from the fallback what the address does not say, and what it says wrongly', () => {
    const fallback = {scope: {namespace: 'acme'}, perspective: 'development'} as const;
    expect(readSelection(new URLSearchParams('perspective=nonsense'), fallback)).to.deep.equal(fallback);
  });
});
