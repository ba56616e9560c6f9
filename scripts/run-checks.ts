import {buildIfChanged} from '../build/build-if-changed.ts';
import {ALL_CHECKS} from './checks/all-checks.ts';
import type {Check} from './checks/check.ts';
import {TERMINAL, type Output} from './suites/output.ts';
import type {SuiteResult} from './suites/suite.ts';

/** Runs the checks one after the other, each printed with its time; what failed is printed with its report. */
export async function runChecks(
  root: string,
  checks: readonly Check[] = ALL_CHECKS,
  output: Output = TERMINAL,
): Promise<SuiteResult> {
  let passed = 0;
  let failed = 0;
  for (const check of checks) {
    const started = performance.now();
    const result = await runCheck(root, check, output);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    output.write(`  ${result.passed ? '✓' : '✗'} ${check.name} (${seconds} s)\n`);
    if (!result.passed) output.write(`${result.report.replace(/^/gm, '      ')}\n`);
    if (result.passed) passed++;
    else failed++;
  }
  return {passed, failed, skipped: 0};
}

async function runCheck(root: string, check: Check, output: Output): ReturnType<Check['run']> {
  try {
    if (check.needsBuild) await buildIfChanged(root, {log: (line) => output.write(`  ${line}\n`)});
    return await check.run(root);
  } catch (error) {
    return {passed: false, report: error instanceof Error ? error.message : String(error)};
  }
}
