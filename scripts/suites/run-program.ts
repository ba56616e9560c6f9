import {spawn} from 'node:child_process';
import {once} from 'node:events';

export interface ProgramOptions {
  readonly root: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Shows nothing of what the program writes. */
  readonly quiet?: boolean | undefined;
}

/**
 * Runs a program with the project's Node, its output straight to the terminal. Resolves to its exit code;
 * a program ended by a signal counts as 1.
 */
export async function runProgram(
  arguments_: readonly string[],
  {root, env = {}, quiet = false}: ProgramOptions,
): Promise<number> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...arguments_], {
    cwd: root,
    // A test run inside a test would otherwise report to its parent and run nothing.
    env: {...process.env, NODE_TEST_CONTEXT: undefined, ...env},
    stdio: quiet ? 'ignore' : ['ignore', 'inherit', 'inherit'],
  });
  const stop = (): void => void child.kill('SIGTERM');
  process.once('exit', stop);
  const [code] = (await once(child, 'exit')) as [number | null];
  process.off('exit', stop);
  return code ?? 1;
}
