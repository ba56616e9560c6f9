import assert from 'node:assert/strict';
import {test} from 'node:test';
import {findExposedCode} from './find-exposed-code.ts';
import type {Chunks} from './preloads.ts';

test('code of a module in a file that everybody gets is found', () => {
  const chunk = (fileName: string, ...ids: string[]): unknown => ({
    fileName,
    modules: Object.fromEntries(ids.map((id) => [id, {}])),
  });
  const chunks = {
    own: chunk('m/secret/1.0.0/page.js', '/portal/modules/secret/page.ts'),
    shared: chunk('assets/shared.js', '/portal/node_modules/lit/index.js', '/portal/contract/scope.ts'),
    mixed: chunk('assets/mixed.js', '/portal/node_modules/lit/html.js', '/portal/modules/secret/table.ts'),
  } as unknown as Chunks;
  assert.deepEqual(findExposedCode(chunks, '/portal'), ['/portal/modules/secret/table.ts']);
});
