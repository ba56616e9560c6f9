import {z} from 'zod';
import {buildIfChanged} from '../../build/build-if-changed.ts';
import {findBrowsers} from '../browsers.ts';
import {readResults} from './read-results.ts';
import {runProgram} from './run-program.ts';
import type {Suite, SuiteContext, SuiteResult} from './suite.ts';

const report = z.object({
  stats: z.object({expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number()}),
});

/** The built portal in Chromium, as a person uses it. */
export const e2eSuite: Suite = {name: 'e2e', run};

async function run({root, output}: SuiteContext): Promise<SuiteResult> {
  if (!('chromium' in findBrowsers())) {
    output.write('  chromium is not installed: the e2e tests are skipped. See docs/development.md.\n');
    return {passed: 0, failed: 0, skipped: 1};
  }
  await buildIfChanged(root, {log: (line) => output.write(`  ${line}\n`)});
  const results = await readResults(report, (file) =>
    runProgram(['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json'], {
      root,
      output,
      env: {PLAYWRIGHT_JSON_OUTPUT_NAME: file},
    }),
  );
  if (results === undefined) return {passed: 0, failed: 1, skipped: 0};
  const {expected, unexpected, flaky, skipped} = results.stats;
  return {passed: expected, failed: unexpected + flaky, skipped};
}
