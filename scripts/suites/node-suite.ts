import {globSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {z} from 'zod';
import {readResults} from './read-results.ts';
import {runProgram} from './run-program.ts';
import type {Suite, SuiteContext, SuiteResult} from './suite.ts';

const counts = z.object({passed: z.number(), failed: z.number(), skipped: z.number()});
const REPORTER = fileURLToPath(new URL('node-results-reporter.ts', import.meta.url));

/** The `*.test.ts` of some rooms in `node:test`. */
export function nodeSuite(name: string, ...rooms: readonly string[]): Suite {
  return {name, run: (context) => run(rooms, context)};
}

async function run(rooms: readonly string[], {root, databaseUrl, output}: SuiteContext): Promise<SuiteResult> {
  const files = rooms.flatMap((room) => globSync(`${room}/**/*.test.ts`, {cwd: root, exclude: ['**/node_modules/**']}));
  if (files.length === 0) return {passed: 0, failed: 0, skipped: 0};
  const results = await readResults(counts, (file) => {
    const reporters = ['--test-reporter=dot', '--test-reporter-destination=stdout', `--test-reporter=${REPORTER}`, `--test-reporter-destination=${file}`]; // prettier-ignore
    // One process: it compiles the database once, and the engines that run beside it want the other core.
    return runProgram(['--test', '--test-isolation=none', ...reporters, ...files.sort()], {
      root,
      output,
      env: {TEST_DATABASE_URL: databaseUrl},
    });
  });
  return results ?? {passed: 0, failed: 1, skipped: 0};
}
