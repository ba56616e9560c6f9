import {execFile} from 'node:child_process';
import {join} from 'node:path';
import type {CheckResult} from './check.ts';

export interface ToolOutput extends CheckResult {
  readonly stdout: string;
}

/**
 * Runs a tool of `node_modules` with the project's Node in the folder and waits for its end.
 * @param file the tool's program, as `package/path/to/file.js`
 */
export function runTool(root: string, file: string, ...options: readonly string[]): Promise<ToolOutput> {
  const program = join(root, 'node_modules', file);
  const settings = {cwd: root, maxBuffer: 64 * 1024 * 1024, env: {...process.env, FORCE_COLOR: '0', NO_COLOR: '1'}};
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', program, ...options],
      settings,
      (error, stdout, stderr) => {
        const report = error === null ? '' : [stdout, stderr].join('\n').trim() || error.message;
        resolve({passed: error === null, report, stdout});
      },
    );
  });
}
