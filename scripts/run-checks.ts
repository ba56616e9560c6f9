import {buildIfChanged} from '../build/build-if-changed.ts';
import {ALL_CHECKS} from './checks/all-checks.ts';
import type {Check} from './checks/check.ts';
import type {SuiteResult} from './suites/suite.ts';

/** Runs the checks one after the other, each printed with its time; what failed is printed with its report. */
export async function runChecks(root: string, checks: readonly Check[] = ALL_CHECKS): Promise<SuiteResult> {
  let passed = 0;
  let failed = 0;
  for (const check of checks) {
    const started = performance.now();
    const result = await runCheck(root, check);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`  ${result.passed ? '✓' : '✗'} ${check.name} (${seconds} s)`);
    if (!result.passed) console.log(result.report.replace(/^/gm, '      '));
    if (result.passed) passed++;
    else failed++;
  }
  return {passed, failed, skipped: 0};
}

async function runCheck(root: string, check: Check): ReturnType<Check['run']> {
  try {
    if (check.needsBuild) await buildIfChanged(root, {log: (line) => console.log(`  ${line}`)});
    return await check.run(root);
  } catch (error) {
    return {passed: false, report: error instanceof Error ? error.message : String(error)};
  }
}
