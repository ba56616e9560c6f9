import {globSync} from 'node:fs';
import {z} from 'zod';
import {findBrowsers} from '../browsers.ts';
import type {Output} from './output.ts';
import {readResults} from './read-results.ts';
import {runProgram} from './run-program.ts';
import type {SuiteContext, SuiteResult} from './suite.ts';

export const ENGINES = ['chromium', 'firefox', 'webkit'] as const;

export type Engine = (typeof ENGINES)[number];

const results = z.array(z.object({engine: z.string(), passed: z.number(), failed: z.number(), skipped: z.number()}));

/**
 * The browser tests of shell, adapters and modules, in each wanted engine. An engine that is not installed is
 * named and its tests count as skipped, as many as another engine ran.
 */
export async function runBrowserSuites(
  engines: readonly Engine[],
  {root, output}: SuiteContext,
): Promise<ReadonlyMap<Engine, SuiteResult>> {
  const installed = engines.filter((engine) => engine in findBrowsers());
  const ran: z.infer<typeof results> = [];
  // One after the other, each in a run of its own: an engine that hangs takes no other with it.
  for (const engine of installed) ran.push(...(await runEngine(engine, root, output)));
  const counted = Math.max(1, ...ran.map(({passed, failed, skipped}) => passed + failed + skipped));
  return new Map(
    engines.map((engine) => {
      const found = ran.find((result) => result.engine === engine);
      if (found !== undefined) return [engine, found];
      if (installed.includes(engine)) return [engine, {passed: 0, failed: 1, skipped: 0}];
      output.write(`  ${engine} is not installed: its tests are skipped. See docs/development.md.\n`);
      return [engine, {passed: 0, failed: 0, skipped: counted}];
    }),
  );
}

/** A run that breaks off without a result, because the engine does not answer any more, is tried once more. */
async function runEngine(engine: Engine, root: string, output: Output): Promise<z.infer<typeof results>> {
  if (
    globSync('{shell,adapters,modules}/**/*.test.{ts,tsx}', {cwd: root, exclude: ['**/node_modules/**']}).length === 0
  )
    return [];
  const run = (): Promise<z.infer<typeof results> | undefined> =>
    readResults(results, (file) =>
      runProgram(['node_modules/@web/test-runner/dist/bin.js', '--static-logging'], {
        root,
        output,
        env: {ENGINES: engine, WTR_RESULTS: file},
      }),
    );
  const first = await run();
  if (first !== undefined) return first;
  output.write(`  ${engine} broke off without a result and is started once more.\n`);
  return (await run()) ?? [];
}
