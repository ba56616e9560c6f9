import assert from 'node:assert/strict';
import {test} from 'node:test';
import {buildIfChanged} from './build-if-changed.ts';
import {createSampleProject} from './testing/sample-project.ts';

test('builds what changed, and only then', async (context) => {
  const project = createSampleProject();
  context.after(() => project.remove());
  const lines: string[] = [];
  const build = (): Promise<boolean> => buildIfChanged(project.root, {log: (line) => lines.push(line)});

  const first = await build();
  const unchanged = await build();
  project.write({'shell/messages/en.json': '{"greeting": "Good day {name}"}'});
  const afterChange = await build();
  project.write({'shell/main.test.ts': 'a test is no input'});
  const afterTest = await build();

  assert.deepEqual(
    {first, unchanged, afterChange, afterTest},
    {first: true, unchanged: false, afterChange: true, afterTest: false},
  );
  assert.equal(lines.length, 2);
});

test('a build that stopped is tried again', async (context) => {
  const project = createSampleProject();
  context.after(() => project.remove());
  const build = (): Promise<boolean> => buildIfChanged(project.root, {log: () => {}});
  project.write({'shell/messages/en.json': '{"greeting": "Hello {name"}'});
  await assert.rejects(build(), /greeting/);
  await assert.rejects(build(), /greeting/);
});
