import {fileURLToPath} from 'node:url';
import {installMissing} from './browsers.ts';
import {ALL_CHECKS} from './checks/all-checks.ts';
import {runChecks} from './run-checks.ts';
import {ENGINES, runBrowserSuites, type Engine} from './suites/browser-suites.ts';
import {e2eSuite} from './suites/e2e-suite.ts';
import {nodeSuite} from './suites/node-suite.ts';
import {createBuffer, TERMINAL} from './suites/output.ts';
import type {Suite, SuiteContext, SuiteResult} from './suites/suite.ts';
import {sumUp, toSumLine} from './suites/sum-up.ts';
import {keepTemporaryFilesInMemory} from './suites/temporary-files.ts';
import {startTemporaryPostgres} from './temporary-postgres.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What needs no browser. */
const SUITES: readonly Suite[] = [
  {name: 'check', run: ({output}) => runChecks(root, ALL_CHECKS, output)},
  nodeSuite('contract', 'contract'),
  nodeSuite('platform', 'platform'),
  nodeSuite('gateway', 'gateway'),
  nodeSuite('scripts', 'scripts', 'build', 'cli'),
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
  keepTemporaryFilesInMemory();
  installMissing();
  const postgres = await startTemporaryPostgres();
  if (postgres === undefined) console.log('PostgreSQL is not installed: the tests that need it are skipped.');
  const context: SuiteContext = {root, output: TERMINAL, ...(postgres && {databaseUrl: postgres.url})};
  const suites = SUITES.filter(({name}) => isWanted(name));
  const results = new Map<string, SuiteResult>();
  try {
    // An engine leaves much of two cores idle. The e2e tests have the machine to themselves: some of them measure.
    const [apart, engines] = await Promise.all([
      runApart(suites, context),
      runEngines(ENGINES.filter(isWanted), context),
    ]);
    for (const [name, result] of [...apart, ...engines]) results.set(name, result);
    if (isWanted(e2eSuite.name)) results.set(e2eSuite.name, await runSuite(e2eSuite, context));
  } finally {
    await postgres?.stop();
  }
  const {lines, total} = sumUp(results);
  console.log(`\n${lines.join('\n')}`);
  console.log(toSumLine(total));
  return total.failed > 0 ? 1 : 0;
}

/** Runs the suites one after the other beside something else, and prints what each has to say in one piece. */
async function runApart(
  suites: readonly Suite[],
  context: SuiteContext,
): Promise<readonly (readonly [string, SuiteResult])[]> {
  const results: (readonly [string, SuiteResult])[] = [];
  for (const suite of suites) {
    const output = createBuffer();
    results.push([suite.name, await runSuite(suite, {...context, output})]);
    context.output.write(output.read());
  }
  return results;
}

async function runEngines(
  engines: readonly Engine[],
  context: SuiteContext,
): Promise<readonly (readonly [string, SuiteResult])[]> {
  if (engines.length === 0) return [];
  const results = new Map<Engine, SuiteResult>();
  const run = async (): Promise<SuiteResult> => {
    for (const [engine, result] of await runBrowserSuites(engines, context)) results.set(engine, result);
    return {passed: 0, failed: 0, skipped: 0};
  };
  const failure = await runSuite({name: engines.join(', '), run}, context);
  return engines.map((engine) => [engine, results.get(engine) ?? failure]);
}

async function runSuite(suite: Suite, context: SuiteContext): Promise<SuiteResult> {
  const {output} = context;
  const started = performance.now();
  output.write(`\n${suite.name}\n`);
  try {
    return await suite.run(context);
  } catch (error) {
    output.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return {passed: 0, failed: 1, skipped: 0};
  } finally {
    output.write(`  ${suite.name} took ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
  }
}
