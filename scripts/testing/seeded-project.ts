import {copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/** Copied and not linked: a tool takes the folder of its settings for the project's. */
const SETTINGS = [
  '.dependency-cruiser.mjs',
  '.prettierignore',
  '.prettierrc.json',
  '.size-limit.mjs',
  'eslint.config.mjs',
  'knip.config.ts',
  'package.json',
  'tsconfig.json',
  'vite.config.ts',
  'web-test-runner.config.mjs',
];

export interface SeededProject {
  readonly root: string;
  remove(): void;
}

/**
 * A project in a temporary folder with the real settings of every checker, the files given, and nothing else.
 * @param linked files and folders taken from the real project
 */
export function createSeededProject(
  files: Readonly<Record<string, string>>,
  linked: readonly string[] = [],
): SeededProject {
  const root = mkdtempSync(join(tmpdir(), 'portal-seeded-'));
  for (const name of ['node_modules', ...linked]) {
    mkdirSync(dirname(join(root, name)), {recursive: true});
    symlinkSync(join(PROJECT, name), join(root, name));
  }
  for (const name of SETTINGS) copyFileSync(join(PROJECT, name), join(root, name));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), {recursive: true});
    writeFileSync(join(root, name), content);
  }
  return {root, remove: () => rmSync(root, {recursive: true, force: true})};
}
