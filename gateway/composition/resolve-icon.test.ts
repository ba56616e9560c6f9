import assert from 'node:assert/strict';
import {test} from 'node:test';
import {IconSource} from './resolve-icon.ts';

test('an icon is drawn by the name of its file and by that of its component', async () => {
  const icons = new IconSource();
  const drawn = await icons.resolve('trending-up');
  assert.ok(drawn && drawn.length > 0);
  for (const name of ['TrendingUp', 'TrendingUpIcon', 'LucideTrendingUp']) {
    assert.deepEqual(await icons.resolve(name), drawn, name);
  }
  assert.ok(await icons.resolve('Trash2'));
  assert.deepEqual(await icons.resolve('AlertCircle'), await icons.resolve('circle-alert'));
});

test('what lucide does not have draws nothing, and has a nearest', async () => {
  const icons = new IconSource();
  for (const name of ['Activty', '../secret', 'constructor', undefined]) {
    assert.equal(await icons.resolve(name), undefined);
  }
  assert.equal(await icons.findNearest('Activty'), 'Activity');
});
