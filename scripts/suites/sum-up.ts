import type {SuiteResult} from './suite.ts';

export interface Sum {
  /** One line a suite, for people. */
  readonly lines: readonly string[];
  readonly total: SuiteResult;
}

/** Adds the suites up. A suite in which nothing passed and nothing was skipped tested nothing, which is a failure. */
export function sumUp(results: ReadonlyMap<string, SuiteResult>): Sum {
  const judged = [...results].map(([name, result]) => [name, judge(result)] as const);
  const total = judged.reduce(
    (sum, [, {passed, failed, skipped}]) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      skipped: sum.skipped + skipped,
    }),
    {passed: 0, failed: 0, skipped: 0},
  );
  return {lines: judged.map(([name, result]) => `${name.padEnd(10)} ${toSumLine(result)}`), total};
}

/** `12 passed, 0 failed`, and the skipped where there are any. */
export function toSumLine({passed, failed, skipped}: SuiteResult): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

function judge(result: SuiteResult): SuiteResult {
  const testedNothing = result.passed === 0 && result.failed === 0 && result.skipped === 0;
  return testedNothing ? {...result, failed: 1} : result;
}
