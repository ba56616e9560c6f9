import {expect} from '@open-wc/testing';
import {compareValues} from './compare-values.ts';

describe('compareValues', () => {
  it('finds what was added, removed and changed, with its path', () => {
    const before = {workload: {image: 'cart:1', args: ['a'], port: 80}, old: true};
    const after = {workload: {image: 'cart:2', args: ['a', 'b'], port: 80}, fresh: {deep: 1}};
    expect(compareValues(before, after)).to.deep.equal([
      {path: 'workload.image', before: 'cart:1', after: 'cart:2'},
      {path: 'workload.args[1]', after: 'b'},
      {path: 'fresh.deep', after: '1'},
      {path: 'old', before: 'true'},
    ]);
    expect(compareValues(before, structuredClone(before))).to.deep.equal([]);
  });

  it('compares entries of lists by their names, wherever they stand', () => {
    const before = {env: [{key: 'LEVEL', value: 'info'}, {key: 'GONE'}]};
    const after = {
      env: [
        {key: 'FIRST', value: '1'},
        {key: 'LEVEL', value: 'debug'},
      ],
    };
    expect(compareValues(before, after)).to.deep.equal([
      {path: 'env[FIRST].value', after: '1'},
      {path: 'env[LEVEL].value', before: 'info', after: 'debug'},
      {path: 'env[GONE].key', before: 'GONE'},
    ]);
    const twice = [
      {key: 'A', value: '1'},
      {key: 'A', value: '2'},
    ];
    expect(compareValues([twice[0]], twice)).to.deep.equal([
      {path: '[1].key', after: 'A'},
      {path: '[1].value', after: '2'},
    ]);
  });

  it('shows what changes its shape, and what is empty, as a whole', () => {
    expect(compareValues({a: {b: 1}}, {a: 'text'})).to.deep.equal([{path: 'a', before: '{"b":1}', after: 'text'}]);
    expect(compareValues({}, {a: [], b: null})).to.deep.equal([
      {path: 'a', after: '[]'},
      {path: 'b', after: 'null'},
    ]);
  });
});
