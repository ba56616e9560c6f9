import type {Reporter, TestSession, TestSuiteResult} from '@web/test-runner';
import {writeFileSync} from 'node:fs';

export interface EngineResults {
  readonly engine: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/**
 * Writes one line of counts per engine to a file, as JSON, when all tests have ended.
 * A test file that could not be loaded counts as one failure.
 */
export function resultsReporter(file: string): Reporter {
  return {
    onTestRunFinished({sessions}) {
      const engines = [...new Set(sessions.map((session) => session.browser.name.toLowerCase()))];
      const results = engines.map((engine) =>
        count(
          engine,
          sessions.filter((session) => session.browser.name.toLowerCase() === engine),
        ),
      );
      writeFileSync(file, JSON.stringify(results));
    },
  };
}

function count(engine: string, sessions: readonly TestSession[]): EngineResults {
  let passed = 0;
  let failed = 0;
  let skipped = 0;
  for (const session of sessions) {
    const tests = session.testResults === undefined ? [] : testsOf(session.testResults);
    const failures = tests.filter((test) => !test.skipped && !test.passed).length;
    passed += tests.filter((test) => test.passed && !test.skipped).length;
    skipped += tests.filter((test) => test.skipped).length;
    failed += failures > 0 || session.passed ? failures : 1;
  }
  return {engine, passed, failed, skipped};
}

function testsOf(suite: TestSuiteResult): TestSuiteResult['tests'] {
  return [...suite.tests, ...suite.suites.flatMap(testsOf)];
}
