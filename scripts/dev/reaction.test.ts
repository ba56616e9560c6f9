import assert from 'node:assert/strict';
import {test} from 'node:test';
import {toReaction} from './reaction.ts';

test('what a change in development asks for', () => {
  const files = {
    'modules/a/module.config.ts': 'manifests',
    'modules/a/routes/index.ts': 'manifests',
    'modules/a/messages/en.json': 'manifests',
    'shell/index.html': 'manifests',
    'shell/styles/critical.css': 'manifests',
    'gateway/main.ts': 'gateway',
    'platform/database/migrations/0001.sql': 'gateway',
    'contract/manifest.ts': 'gateway',
    'modules/a/pages/page.ts': undefined,
    'shell/main.ts': undefined,
    'gateway/main.test.ts': undefined,
    'platform/testing/start.ts': undefined,
    'docs/a.md': undefined,
  };
  const found = Object.fromEntries(Object.keys(files).map((file) => [file, toReaction('/root', `/root/${file}`)]));
  assert.deepEqual(found, files);
});
