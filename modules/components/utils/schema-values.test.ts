import {expect} from '@open-wc/testing';
import {toSchemaForm} from './schema-fields.ts';
import {checkValue, toFieldValues, toParameters} from './schema-values.ts';

const {fields} = toSchemaForm({
  required: ['name'],
  properties: {
    name: {type: 'string', minLength: 2, maxLength: 4, pattern: '^[a-z]+$'},
    replicas: {type: 'integer', minimum: 1, maximum: 9, default: 2},
    exposed: {type: 'boolean'},
    level: {enum: [1, 2]},
    resources: {properties: {cpu: {type: 'string'}, memory: {type: 'string'}}},
  },
});
const [name, replicas] = fields;

describe('checkValue', () => {
  it('applies the rules of the schema', () => {
    expect(['', 'a', 'abcde', 'aB', 'abc'].map((value) => checkValue(name!, value))).to.deep.equal([
      'required',
      'too-short',
      'too-long',
      'pattern',
      undefined,
    ]);
    expect(['', 'x', '1.5', '0', '10', '3'].map((value) => checkValue(replicas!, value))).to.deep.equal([
      undefined,
      'number',
      'integer',
      'minimum',
      'maximum',
      undefined,
    ]);
  });

  it('leaves a pattern that this engine cannot read to the platform', () => {
    const field = toSchemaForm({properties: {x: {type: 'string', pattern: '(?P<y>a)'}}}).fields[0]!;
    expect(checkValue(field, 'b')).to.equal(undefined);
  });
});

describe('toParameters', () => {
  it('types what was typed and leaves out what is empty', () => {
    const values = {name: 'cart', replicas: '', exposed: true, level: '2', 'resources.cpu': '100m'};
    expect(toParameters(fields, values)).to.deep.equal({
      name: 'cart',
      exposed: true,
      level: 2,
      resources: {cpu: '100m'},
    });
  });

  it('keeps what no field shows, and takes away what was emptied', () => {
    const kept = {list: [1], resources: {cpu: '1', memory: '2', odd: true}, level: 1};
    const values = {...toFieldValues(fields, kept), 'resources.cpu': '', level: ''};
    expect(toParameters(fields, values, kept)).to.deep.equal({
      list: [1],
      replicas: 2,
      exposed: false,
      resources: {memory: '2', odd: true},
    });
  });

  it('does not let a schema reach into prototypes', () => {
    const evil = toSchemaForm(JSON.parse('{"properties":{"__proto__":{"properties":{"x":{"type":"string"}}}}}')).fields;
    expect(evil.length).to.equal(1);
    toParameters(evil, {'__proto__.x': 'bad'});
    expect(({} as Record<string, unknown>)['x']).to.equal(undefined);
  });
});
