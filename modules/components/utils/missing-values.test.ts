import {expect} from '@open-wc/testing';
import {findMissingValues, withValue} from './missing-values.ts';

describe('values for an environment', () => {
  const schema = {
    properties: {
      componentTypeEnvironmentConfigs: {
        required: ['replicas', 'zone'],
        properties: {replicas: {default: 1}, zone: {description: 'Where'}, size: {}},
      },
    },
  };

  it('are missing where they are required, have no default and are not given', () => {
    const path = ['componentTypeEnvironmentConfigs', 'zone'];
    expect(findMissingValues(schema, undefined)).to.deep.equal([{path, description: 'Where'}]);
    expect(findMissingValues(schema, withValue({}, path, 'a'))).to.deep.equal([]);
    expect(findMissingValues('nonsense', {})).to.deep.equal([]);
  });

  it('are put where they belong, beside what is there', () => {
    expect(withValue({a: {b: 1}}, ['a', 'c', 'd'], 2)).to.deep.equal({a: {b: 1, c: {d: 2}}});
  });
});
