import {expect} from '@open-wc/testing';
import {toSchemaForm} from './schema-fields.ts';

describe('toSchemaForm', () => {
  it('makes a field of each string, number, boolean and enum, nested ones too', () => {
    const {fields, unsupported} = toSchemaForm({
      type: 'object',
      required: ['replicas', 'port'],
      properties: {
        replicas: {type: 'integer', minimum: 1, maximum: 9, default: 1, description: 'How many'},
        port: {type: 'integer'},
        exposed: {type: 'boolean', default: true},
        logLevel: {type: 'string', enum: ['info', 'debug']},
        resources: {type: 'object', properties: {cpu: {type: 'string', pattern: '^\\d+m$'}}},
        env: {type: 'array', items: {type: 'string'}},
      },
    });
    expect(fields).to.deep.equal([
      {
        path: ['replicas'],
        label: 'Replicas',
        description: 'How many',
        required: false,
        initial: '1',
        input: {kind: 'number', integer: true, minimum: 1, maximum: 9},
      },
      {
        path: ['port'],
        label: 'Port',
        description: '',
        required: true,
        initial: '',
        input: {kind: 'number', integer: true},
      },
      {path: ['exposed'], label: 'Exposed', description: '', required: false, initial: true, input: {kind: 'boolean'}},
      {
        path: ['logLevel'],
        label: 'Log level',
        description: '',
        required: false,
        initial: '',
        input: {kind: 'choice', options: ['info', 'debug']},
      },
      {
        path: ['resources', 'cpu'],
        label: 'Resources: cpu',
        description: '',
        required: false,
        initial: '',
        input: {kind: 'text', pattern: '^\\d+m$'},
      },
    ]);
    expect(unsupported).to.deep.equal(['env']);
  });

  it('follows a reference into the schema, but not round in circles', () => {
    const {fields, unsupported} = toSchemaForm({
      $defs: {size: {type: 'string'}, loop: {$ref: '#/$defs/loop'}},
      properties: {size: {$ref: '#/$defs/size'}, loop: {$ref: '#/$defs/loop'}},
    });
    expect(fields.map(({path}) => path)).to.deep.equal([['size']]);
    expect(unsupported).to.deep.equal(['loop']);
  });

  it('makes nothing of what is no schema', () => {
    for (const data of [undefined, null, 'x', [], {}]) {
      expect(toSchemaForm(data)).to.deep.equal({fields: [], unsupported: []});
    }
  });
});
