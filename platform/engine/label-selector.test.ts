import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {ApiError} from './api-error.ts';
import {parseLabelSelector, type LabelRequirement} from './label-selector.ts';

const word = fc.stringMatching(/^[A-Za-z0-9]([-A-Za-z0-9_.]{0,20}[A-Za-z0-9])?$/);
const key = fc.oneof(
  word,
  fc.tuple(fc.stringMatching(/^[a-z0-9]{1,8}(\.[a-z]{1,5})?$/), word).map((parts) => parts.join('/')),
);
const requirement: fc.Arbitrary<LabelRequirement> = fc.oneof(
  fc.record({key, operator: fc.constantFrom('exists', 'absent')}, {noNullPrototype: true}),
  fc.record(
    {key, operator: fc.constantFrom('in', 'notin'), values: fc.array(word, {minLength: 1, maxLength: 4})},
    {noNullPrototype: true},
  ),
);

describe('label selectors', () => {
  it('understands the whole grammar', () => {
    const text =
      'app=frontend, tier == web ,environment notin (staging,qa),zone in (a, b),stage!=beta,owner,!deprecated,empty=';
    assert.deepEqual(parseLabelSelector(text), [
      {key: 'app', operator: 'in', values: ['frontend']},
      {key: 'tier', operator: 'in', values: ['web']},
      {key: 'environment', operator: 'notin', values: ['staging', 'qa']},
      {key: 'zone', operator: 'in', values: ['a', 'b']},
      {key: 'stage', operator: 'notin', values: ['beta']},
      {key: 'owner', operator: 'exists'},
      {key: 'deprecated', operator: 'absent'},
      {key: 'empty', operator: 'in', values: ['']},
    ]);
  });

  it('reads back whatever can be written', () => {
    fc.assert(
      fc.property(fc.array(requirement, {minLength: 1, maxLength: 5}), (requirements) => {
        assert.deepEqual(parseLabelSelector(requirements.map(toText).join(',')), requirements);
      }),
    );
  });

  it('refuses everything else with 400 and never with another error', () => {
    for (const text of [
      'a=b=c',
      'a in b',
      'a in (b',
      'a in ((b))',
      ',',
      'a,,b',
      '!',
      'a b',
      '-a=b',
      'a=é',
      'a/b/c',
      ')(',
    ]) {
      assert.throws(() => parseLabelSelector(text), isBadRequest, text);
    }
    fc.assert(
      fc.property(fc.string({unit: 'binary'}), (text) => {
        try {
          parseLabelSelector(text);
        } catch (error) {
          assert.ok(isBadRequest(error));
        }
      }),
    );
  });
});

function toText(requirement: LabelRequirement): string {
  if (!('values' in requirement)) return requirement.operator === 'exists' ? requirement.key : `!${requirement.key}`;
  return `${requirement.key} ${requirement.operator} (${requirement.values.join(', ')})`;
}

function isBadRequest(error: unknown): boolean {
  return error instanceof ApiError && error.status === 400;
}
