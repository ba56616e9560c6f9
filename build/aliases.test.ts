import assert from 'node:assert/strict';
import {test} from 'node:test';
import {resolveAlias} from './aliases.ts';

test('an alias names a module’s door, and nothing deeper', () => {
  assert.deepEqual(['@/modules/analytics', '@/modules/analytics/pages/x.ts', '@/shell', 'lit'].map(resolveAlias), [
    './modules/analytics/index.ts',
    undefined,
    undefined,
    undefined,
  ]);
});
