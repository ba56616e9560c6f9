/** One static check. It counts as one test. */
export interface Check {
  readonly name: string;
  /** Whether it looks at `dist/`, so that the portal must be built first. */
  readonly needsBuild?: boolean;
  /** Never throws: a checker that cannot run has failed, and says why. */
  run(root: string): Promise<CheckResult>;
}

export interface CheckResult {
  readonly passed: boolean;
  /** What the person who has to mend it needs to read; empty when it passed. */
  readonly report: string;
}

/** Passed when there is no fault; otherwise each fault is a line of the report. */
export function toResult(faults: readonly string[]): CheckResult {
  return {passed: faults.length === 0, report: faults.join('\n')};
}
