import assert from 'node:assert/strict';
import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {lockDataDir} from './data-dir-lock.ts';

describe('lockDataDir', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'portal-lock-'));
  });
  after(() => rm(folder, {recursive: true}));

  it('creates the folder, and frees it when undone; undoing twice does nothing', () => {
    const dataDir = join(folder, 'new', 'data');
    const unlock = lockDataDir(dataDir);
    unlock();
    unlock();
    lockDataDir(dataDir)();
  });

  it('refuses a second process while the first holds it', async () => {
    const dataDir = join(folder, 'held');
    const first = await holdInChild(dataDir);
    assert.throws(() => lockDataDir(dataDir), {
      code: 'DATA_DIR_LOCKED',
      message: `Another portal already uses the data folder ${dataDir}.`,
    });
    await end(first, 'SIGTERM');
  });

  it('is free at once after the first process was killed', async () => {
    const dataDir = join(folder, 'killed');
    await end(await holdInChild(dataDir), 'SIGKILL');
    lockDataDir(dataDir)();
  });

  it('says when the folder is not one', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    assert.throws(() => lockDataDir(join(file, 'data')), {code: 'DATA_DIR_UNUSABLE'});
  });
});

async function holdInChild(dataDir: string): Promise<ChildProcess> {
  const code = `
    const {lockDataDir} = await import(${JSON.stringify(new URL('data-dir-lock.ts', import.meta.url).href)});
    lockDataDir(${JSON.stringify(dataDir)});
    console.log('locked');
    setInterval(() => {}, 1000);`;
  const args = ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', code];
  const child = spawn(process.execPath, args, {stdio: ['ignore', 'pipe', 'inherit']});
  await once(child.stdout, 'data');
  return child;
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}
