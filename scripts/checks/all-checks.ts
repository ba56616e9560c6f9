import {aliasCheck} from './alias-check.ts';
import {builtFilesCheck} from './built-files-check.ts';
import type {Check} from './check.ts';
import {importCheck} from './import-check.ts';
import {linkCheck} from './link-check.ts';
import {manifestCheck} from './manifest-check.ts';
import {sizeCheck} from './size-check.ts';
import {toolCheck} from './tool-check.ts';

/** Everything static, the quick ones first. */
export const ALL_CHECKS: readonly Check[] = [
  aliasCheck,
  linkCheck,
  manifestCheck,
  toolCheck('types', 'typescript-7/bin/tsc', '-p', 'tsconfig.json'),
  toolCheck('format', 'prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'),
  importCheck,
  toolCheck('unused code', 'knip/bin/knip.js', '--no-progress'),
  toolCheck('lint', 'eslint/bin/eslint.js', '.'),
  builtFilesCheck,
  sizeCheck,
];
