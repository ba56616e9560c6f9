import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import ts from 'typescript';
import {ALIASES} from '../../build/aliases.ts';
import {type Check, type CheckResult, toResult} from './check.ts';

/** Whether `paths` in `tsconfig.json` says the same as `build/aliases.ts`. */
export const aliasCheck: Check = {name: 'aliases', run};

async function run(root: string): Promise<CheckResult> {
  const file = join(root, 'tsconfig.json');
  const {config} = ts.parseConfigFileTextToJson(file, await readFile(file, 'utf8')) as {
    config?: {compilerOptions?: {paths?: Record<string, string[]>}};
  };
  const paths = config?.compilerOptions?.paths ?? {};
  const names = new Set([...Object.keys(paths), ...Object.keys(ALIASES)]);
  const different = [...names].filter((name) => paths[name]?.join() !== ALIASES[name]);
  return toResult(
    different.map((name) => {
      const found = paths[name]?.join() ?? 'nothing';
      return `tsconfig.json paths '${name}': found ${found}, expected ${ALIASES[name] ?? 'nothing'} (build/aliases.ts)`;
    }),
  );
}
