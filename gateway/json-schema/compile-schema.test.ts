import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {PORTAL_POINTS} from '@openchoreo/portal-contract';
import fc from 'fast-check';
import {compileSchema} from './compile-schema.ts';

const CARD = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  required: ['title'],
  additionalProperties: false,
  properties: {
    title: {type: 'string', maxLength: 5},
    columns: {enum: [3, 4]},
    'a/b': {const: true},
    link: {type: 'string', format: 'uri'},
    list: {type: 'array', items: {type: 'integer', minimum: 1}},
  },
};

function faultsOf(schema: Readonly<Record<string, unknown>>, value: unknown): unknown {
  const compiled = compileSchema(schema);
  assert.ok(compiled.ok, JSON.stringify(compiled));
  return compiled.value(value);
}

describe('compileSchema', () => {
  it('finds everything that is wrong, with the place, what was found and what belongs there', () => {
    const value = {columns: 5, 'a/b': false, link: 'no link', list: [1, 'x', 0], more: 1};
    assert.deepEqual(faultsOf(CARD, value), [
      {path: 'title', found: 'nothing', expected: 'a value'},
      {path: 'more', found: 'a field', expected: 'no such field'},
      {path: 'columns', found: '5', expected: '3 or 4'},
      {path: 'a/b', found: 'false', expected: 'true'},
      {path: 'link', found: '"no link"', expected: 'match format "uri"'},
      {path: 'list.1', found: '"x"', expected: 'integer'},
      {path: 'list.2', found: '0', expected: '>= 1'},
    ]);
    assert.deepEqual(faultsOf(CARD, {title: 'A'}), []);
  });

  it('says of a schema that is none, or that looks outside itself, what is wrong', () => {
    for (const schema of [
      {type: 'card'},
      {$ref: 'https://elsewhere.example/schema.json'},
      {pattern: '('},
      {$schema: 'http://json-schema.org/draft-04/schema#'},
    ]) {
      assert.equal(compileSchema(schema).ok, false, JSON.stringify(schema));
    }
  });

  it('keeps schemas of one name apart', () => {
    const named = (type: string) => ({$id: 'https://example.org/card', type});
    assert.deepEqual(faultsOf(named('string'), 'x'), []);
    assert.deepEqual(faultsOf(named('number'), 1), []);
  });

  it('stops listing where it helps nobody any more', () => {
    const faults = faultsOf(
      {type: 'array', items: {type: 'string'}},
      Array.from({length: 500}, () => 1),
    );
    assert.equal((faults as unknown[]).length, 20);
  });

  it('never throws, whatever schema and value are', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.jsonValue(), (schema, value) => {
        const compiled = compileSchema(schema);
        if (compiled.ok) assert.ok(Array.isArray(compiled.value(value)));
        else assert.equal(typeof compiled.error, 'string');
      }),
    );
  });

  it('reads the schemas of the portal’s own points', () => {
    for (const {id, schema} of PORTAL_POINTS) assert.ok(compileSchema(schema).ok, id);
  });
});
