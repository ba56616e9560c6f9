import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {findSettingFault, parseManifest, type Setting} from '@openchoreo/portal-contract';
import fc from 'fast-check';

const options = [
  {value: 'a', label: 'A'},
  {value: 'b', label: 'B'},
];
const SETTINGS = {
  string: {key: 'text', type: 'string', label: 'Text', minimum: 2, maximum: 4},
  number: {key: 'size', type: 'number', label: 'Size', minimum: 5, maximum: 100},
  boolean: {key: 'on', type: 'boolean', label: 'On'},
  select: {key: 'one', type: 'select', label: 'One', options},
  multiselect: {key: 'some', type: 'multiselect', label: 'Some', options},
  json: {key: 'free', type: 'json', label: 'Free'},
} as const satisfies Record<string, Setting>;

describe('findSettingFault', () => {
  it('says what was found and what belongs there', () => {
    const faults = [
      findSettingFault(SETTINGS.string, 'x'),
      findSettingFault(SETTINGS.number, 101),
      findSettingFault(SETTINGS.number, '7'),
      findSettingFault(SETTINGS.boolean, 1),
      findSettingFault(SETTINGS.select, 'c'),
      findSettingFault(SETTINGS.multiselect, ['a', 'a']),
      findSettingFault(SETTINGS.json, null),
    ];
    assert.deepEqual(faults, [
      {path: 'text', found: '"x"', expected: 'a text of at least 2 and at most 4 characters'},
      {path: 'size', found: '101', expected: 'a number, at least 5 and at most 100'},
      {path: 'size', found: '"7"', expected: 'a number, at least 5 and at most 100'},
      {path: 'on', found: '1', expected: 'true or false'},
      {path: 'one', found: '"c"', expected: 'one of "a", "b"'},
      {path: 'some', found: 'a list of 2', expected: 'a list of "a", "b", each once'},
      {path: 'free', found: 'null', expected: 'JSON of at most 16000 characters'},
    ]);
  });

  it('takes what fits', () => {
    const values = {string: 'abc', number: 5, boolean: false, select: 'b', multiselect: [], json: {any: [1]}};
    for (const [type, setting] of Object.entries(SETTINGS)) {
      assert.equal(findSettingFault(setting, values[type as keyof typeof values]), undefined, type);
    }
    assert.notEqual(findSettingFault(SETTINGS.json, 'x'.repeat(16_000)), undefined);
  });

  it('never throws, and lets only values of the type through', () => {
    const types = {string: 'string', number: 'number', boolean: 'boolean', select: 'string'} as const;
    fc.assert(
      fc.property(fc.anything(), fc.constantFrom(...Object.values(SETTINGS)), (value, setting) => {
        const fits = findSettingFault(setting, value) === undefined;
        if (fits && setting.type in types) assert.equal(typeof value, types[setting.type as keyof typeof types]);
      }),
    );
  });
});

describe('settings of a manifest', () => {
  const faultsOf = (settings: readonly unknown[]): unknown => {
    const parsed = parseManifest({id: 'shop', name: 'Shop', version: '1.0.0', apiVersion: 1, settings});
    return parsed.ok ? [] : parsed.error.map(({path}) => path);
  };

  it('have keys of their own, options where something is chosen, and defaults that fit', () => {
    assert.deepEqual(faultsOf(Object.values(SETTINGS)), []);
    assert.deepEqual(
      faultsOf([
        {...SETTINGS.number, default: 1},
        {...SETTINGS.number, default: 50},
        {key: 'none', type: 'select', label: 'None', options: []},
      ]),
      ['settings', 'settings.0.default', 'settings.2.options'],
    );
    assert.deepEqual(faultsOf([{...SETTINGS.number, key: 'Size of it'}]), ['settings.0.key']);
  });
});
