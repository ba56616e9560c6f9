import {Validator, type Schema} from '@cfworker/json-schema';
import {expect} from '@open-wc/testing';
import {toFaultText} from '@openchoreo/portal-contract';
import * as fc from 'fast-check';
import {compileSchema} from './compile-schema.ts';
import {compileQuickCheck} from './quick-check.ts';

const METRICS = {
  type: 'object',
  required: ['kind', 'count'],
  properties: {kind: {type: 'string', minLength: 2}, count: {type: 'integer', minimum: 0}},
  additionalProperties: false,
};

const faultsOf = (schema: unknown, value: unknown): string => toFaultText(compileSchema(schema)(value));

describe('compileSchema', () => {
  it('finds nothing wrong with what fits', () => {
    expect(faultsOf(METRICS, {kind: 'cpu', count: 3})).to.equal('');
  });

  it('names every fault with its path, what was found and what belongs there', () => {
    expect(compileSchema(METRICS)({kind: 7, count: -1, unit: 'x'})).to.deep.equal([
      {path: 'kind', found: '7', expected: 'string'},
      {path: 'count', found: '-1', expected: 'at least 0'},
      {path: 'unit', found: '"x"', expected: 'nothing'},
    ]);
  });

  it('names what is missing', () => {
    expect(faultsOf(METRICS, {})).to.equal(
      'kind: found nothing, expected a value; count: found nothing, expected a value',
    );
  });

  it('counts a property that is undefined as absent', () => {
    expect(faultsOf(METRICS, {kind: 'cpu', count: 1, unit: undefined})).to.equal('');
    expect(faultsOf(METRICS, {kind: undefined, count: 1})).to.equal('kind: found nothing, expected a value');
  });

  it('refuses what is not JSON, wherever it stands', () => {
    const circular: {self?: unknown} = {};
    circular.self = circular;
    const refused = [() => {}, 1n, Number.NaN, new Date(0), new Map(), undefined, [undefined], new Array(1), circular];
    const faults = refused.map((value) => faultsOf({}, {value: {inside: value}}));
    expect(faults).to.deep.equal([
      'value.inside: found a function, expected JSON data',
      'value.inside: found a bigint, expected JSON data',
      'value.inside: found NaN, expected JSON data',
      'value.inside: found a Date, expected JSON data',
      'value.inside: found a Map, expected JSON data',
      '',
      'value.inside.0: found nothing, expected JSON data',
      'value.inside.0: found nothing, expected JSON data',
      'value.inside.self: found more than 100 levels, expected JSON data',
    ]);
  });

  it('follows references and says once that no alternative fits', () => {
    const schema = {
      $defs: {point: {type: 'object', properties: {x: {type: 'number'}}}},
      properties: {at: {$ref: '#/$defs/point'}, size: {anyOf: [{type: 'number'}, {const: 'auto'}]}},
    };
    expect(faultsOf(schema, {at: {x: 'left'}, size: true})).to.equal(
      'at.x: found "left", expected number; size: found true, expected one of the forms that the schema names',
    );
  });

  it('lets nothing pass a schema that is none', () => {
    expect(faultsOf('nonsense', 1)).to.equal(
      '(root): found a schema that cannot be used (it is "nonsense"), expected a JSON Schema',
    );
    expect(faultsOf({$ref: '#/$defs/nowhere'}, 1)).to.contain('Unresolved $ref');
    expect(faultsOf({pattern: '('}, 'x')).to.contain('a schema that cannot be used');
  });

  it('does not write into the schema', () => {
    const schema = Object.freeze({not: Object.freeze({type: 'null'})});
    expect(faultsOf(schema, 1)).to.equal('');
  });

  it('agrees with the whole validator where it takes the quick way', () => {
    const simple = fc.oneof(
      fc.integer({min: -3, max: 3}),
      fc.constantFrom('', 'a', 'bb', '😀'),
      fc.boolean(),
      fc.constant(null),
    );
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        {maxDepth: 3},
        simple,
        fc.array(tie('any'), {maxLength: 3}),
        fc.dictionary(name, tie('any'), {maxKeys: 3}),
      ),
    })).any;
    fc.assert(
      fc.property(schemas(simple), value, (schema, data) => {
        const quick = compileQuickCheck(schema);
        const whole = new Validator(structuredClone(schema) as Schema, '2020-12').validate(structuredClone(data));
        expect(quick?.(data)).to.equal(whole.valid);
      }),
      {numRuns: 2000},
    );
  });
});

const name = fc.constantFrom('a', 'b', 'toString');

function schemas(simple: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const bound = fc.integer({min: 0, max: 2});
  const type = fc.constantFrom('string', 'number', 'integer', 'boolean', 'null', 'array', 'object');
  return fc.letrec((tie) => ({
    schema: fc.oneof(
      {maxDepth: 3},
      fc.record(
        {
          type: fc.oneof(type, fc.uniqueArray(type, {minLength: 1})),
          const: simple,
          enum: fc.array(simple, {minLength: 1}),
          minimum: bound,
          exclusiveMaximum: bound,
          minLength: bound,
          maxLength: bound,
          minItems: bound,
          maxItems: bound,
        },
        {requiredKeys: []},
      ),
      fc.record(
        {
          required: fc.uniqueArray(name),
          properties: fc.dictionary(name, tie('schema'), {maxKeys: 2}),
          additionalProperties: fc.oneof(fc.boolean(), tie('schema')),
          items: tie('schema'),
        },
        {requiredKeys: []},
      ),
    ),
  })).schema;
}
