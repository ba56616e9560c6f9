import assert from 'node:assert/strict';
import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {existsSync} from 'node:fs';
import {describe, it, type TestContext} from 'node:test';
import {createSeededProject} from './testing/seeded-project.ts';

/** The machine's own Node where there is one, which is older than the project's. */
const MACHINE_NODE = existsSync('/usr/bin/node') ? '/usr/bin/node' : process.execPath;

const COMMAND = `
  if (process.argv.includes('wait')) {
    const timer = setInterval(() => {}, 1000);
    process.on('SIGTERM', () => { clearInterval(timer); process.exitCode = 7; });
  } else process.exitCode = 3;
  console.log(process.version, ...process.argv.slice(2));`;

function start(context: TestContext, ...options: readonly string[]): {child: ChildProcess; output: () => string} {
  const project = createSeededProject({'scripts/hello.ts': COMMAND}, ['package-lock.json', 'scripts/bootstrap.mjs']);
  context.after(() => project.remove());
  const child = spawn(MACHINE_NODE, ['--preserve-symlinks-main', 'scripts/bootstrap.mjs', ...options], {
    cwd: project.root,
  });
  const parts: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => parts.push(text.toString()));
  return {child, output: () => parts.join('')};
}

describe('the bootstrap', () => {
  it('runs a command with the project’s Node, its options and its exit code', async (context) => {
    const {child, output} = start(context, 'hello', 'one', '--two');
    const [code] = (await once(child, 'close')) as [number];
    assert.equal(output(), `${process.version} one --two\n`);
    assert.equal(code, 3);
  });

  it('hands a signal on and waits for the command to end', async (context) => {
    const {child} = start(context, 'hello', 'wait');
    assert.ok(child.stdout);
    await once(child.stdout, 'data');
    child.kill('SIGTERM');
    const [code] = (await once(child, 'close')) as [number];
    assert.equal(code, 7);
  });

  it('names a command that is not there', async (context) => {
    const {child, output} = start(context, 'fly');
    const [code] = (await once(child, 'close')) as [number];
    assert.match(output(), /There is no command 'fly'/);
    assert.equal(code, 1);
  });
});
