import assert from 'node:assert/strict';
import {test} from 'node:test';
import {localizeManifest} from './localize.ts';

const manifest = {
  id: 'cost',
  name: '%name%',
  version: '1.0.0',
  apiVersion: 1,
  description: 'costs 5 % more',
  navigation: [{id: 'cost', label: '%nav.cost%'}],
} as const;

test('references are replaced everywhere, other text stays', () => {
  const {name, description, navigation} = localizeManifest(manifest as never, {name: 'Kosten', 'nav.cost': ['Kosten']});
  assert.deepEqual([name, description, navigation], ['Kosten', 'costs 5 % more', [{id: 'cost', label: 'Kosten'}]]);
});

test('a message that is missing shows its key', () => {
  assert.equal(localizeManifest(manifest as never, {}).name, 'name');
});
