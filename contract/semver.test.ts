import assert from 'node:assert/strict';
import {test} from 'node:test';
import {isVersion, isVersionRange} from './semver.ts';

test('versions are what semver.org calls versions', () => {
  const texts = ['1.2.3', '0.0.1-rc.1', '1.0.0+build', '1.2', 'v1.2.3', '', '1.2.3.4'];
  assert.deepEqual(texts.map(isVersion), [true, true, true, false, false, false, false]);
});

test('ranges are comparators as npm writes them', () => {
  const texts = ['^1.2.0', '~1.2', '>=1 <3', '1.x || 2.x', '*', 'latest', '', '1.0.0 ||', '=> 1'];
  assert.deepEqual(texts.map(isVersionRange), [true, true, true, true, true, false, false, false, false]);
});
