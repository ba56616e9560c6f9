import type {Check} from './check.ts';
import {runTool} from './run-tool.ts';

/** A check that passes when a tool ends with 0. */
export function toolCheck(name: string, file: string, ...options: readonly string[]): Check {
  return {name, run: (root) => runTool(root, file, ...options)};
}
