import type {Output} from './output.ts';

/** What came out of one suite. */
export interface SuiteResult {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** What suites get from the run they are part of. */
export interface SuiteContext {
  readonly root: string;
  /** A fresh PostgreSQL, or undefined where none is installed: the tests that need it are skipped and counted so. */
  readonly databaseUrl?: string;
  readonly output: Output;
}

/** One part of `npm test` that can be run alone: `npm test -- <name>`. */
export interface Suite {
  readonly name: string;
  run(context: SuiteContext): Promise<SuiteResult>;
}
