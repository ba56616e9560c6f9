import {fileURLToPath} from 'node:url';
import {installMissing} from './browsers.ts';
import {runChecks} from './run-checks.ts';
import {ENGINES, runBrowserSuites, type Engine} from './suites/browser-suites.ts';
import {e2eSuite} from './suites/e2e-suite.ts';
import {nodeSuite} from './suites/node-suite.ts';
import type {Suite, SuiteContext, SuiteResult} from './suites/suite.ts';
import {sumUp, toSumLine} from './suites/sum-up.ts';
import {startTemporaryPostgres} from './temporary-postgres.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

const SUITES: readonly Suite[] = [
  {name: 'check', run: () => runChecks(root)},
  nodeSuite('contract', 'contract'),
  nodeSuite('platform', 'platform'),
  nodeSuite('gateway', 'gateway'),
  nodeSuite('scripts', 'scripts', 'build'),
];
const NAMES = [...SUITES.map(({name}) => name), ...ENGINES, e2eSuite.name];

process.exitCode = await main(process.argv.slice(2));

/** Runs the named suites, or all, and prints the sum of them as the last line. Returns the exit code. */
async function main(wanted: readonly string[]): Promise<number> {
  const unknown = wanted.filter((name) => !NAMES.includes(name));
  if (unknown.length > 0) {
    console.error(`There is no suite '${unknown.join("', '")}'; there are ${NAMES.join(', ')}.`);
    return 1;
  }
  const isWanted = (name: string): boolean => wanted.length === 0 || wanted.includes(name);
  installMissing();
  const postgres = await startTemporaryPostgres();
  if (postgres === undefined) console.log('PostgreSQL is not installed: the tests that need it are skipped.');
  const context: SuiteContext = {root, ...(postgres && {databaseUrl: postgres.url})};
  const results = new Map<string, SuiteResult>();
  try {
    for (const suite of SUITES.filter(({name}) => isWanted(name)))
      results.set(suite.name, await runSuite(suite, context));
    const engines = ENGINES.filter(isWanted);
    if (engines.length > 0) {
      for (const [engine, result] of await runEngines(engines, context)) results.set(engine, result);
    }
    if (isWanted(e2eSuite.name)) results.set(e2eSuite.name, await runSuite(e2eSuite, context));
  } finally {
    await postgres?.stop();
  }
  const {lines, total} = sumUp(results);
  console.log(`\n${lines.join('\n')}`);
  console.log(toSumLine(total));
  return total.failed > 0 ? 1 : 0;
}

async function runSuite(suite: Suite, context: SuiteContext): Promise<SuiteResult> {
  const started = performance.now();
  console.log(`\n${suite.name}`);
  try {
    return await suite.run(context);
  } catch (error) {
    console.error(error);
    return {passed: 0, failed: 1, skipped: 0};
  } finally {
    console.log(`  ${suite.name} took ${((performance.now() - started) / 1000).toFixed(1)} s`);
  }
}

async function runEngines(
  engines: readonly Engine[],
  context: SuiteContext,
): Promise<ReadonlyMap<Engine, SuiteResult>> {
  const results = new Map<Engine, SuiteResult>();
  const run = async (): Promise<SuiteResult> => {
    for (const [engine, result] of await runBrowserSuites(engines, context)) results.set(engine, result);
    return {passed: 0, failed: 0, skipped: 0};
  };
  const failure = await runSuite({name: engines.join(', '), run}, context);
  for (const engine of engines) if (!results.has(engine)) results.set(engine, failure);
  return results;
}
