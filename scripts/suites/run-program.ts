import {spawn} from 'node:child_process';
import {once} from 'node:events';
import type {Output} from './output.ts';

export interface ProgramOptions {
  readonly root: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly output: Output;
}

/**
 * Runs a program with the project's Node, what it writes handed on as it comes. Resolves to its exit code;
 * a program ended by a signal counts as 1.
 */
export async function runProgram(
  arguments_: readonly string[],
  {root, env = {}, output}: ProgramOptions,
): Promise<number> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...arguments_], {
    cwd: root,
    // A test run inside a test would otherwise report to its parent and run nothing.
    env: {...process.env, NODE_TEST_CONTEXT: undefined, ...(process.stdout.isTTY && {FORCE_COLOR: '1'}), ...env},
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', output.write);
  const stop = (): void => void child.kill('SIGTERM');
  process.once('exit', stop);
  const [code] = (await once(child, 'close')) as [number | null];
  process.off('exit', stop);
  return code ?? 1;
}
