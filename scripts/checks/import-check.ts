import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {z} from 'zod';
import {type Check, type CheckResult, toResult} from './check.ts';
import {runTool} from './run-tool.ts';

const ROOMS = [
  'contract',
  'shell',
  'modules',
  'adapters',
  'gateway',
  'platform',
  'cli',
  'build',
  'scripts',
  'e2e',
  'bench',
];
const PROGRAM = 'dependency-cruiser/bin/dependency-cruise.mjs';

const cruise = z.object({
  modules: z.array(z.object({source: z.string()})),
  summary: z.object({
    violations: z.array(z.object({rule: z.object({name: z.string()}), from: z.string(), to: z.string()})),
    ruleSetUsed: z.object({forbidden: z.array(z.object({name: z.string(), comment: z.string()}))}),
  }),
});

/**
 * Who imports whom. A room of which no file was read is a fault: the tool passes without a word when it
 * cannot load the TypeScript it finds.
 */
export const importCheck: Check = {name: 'imports', run};

async function run(root: string): Promise<CheckResult> {
  const rooms = ROOMS.filter((room) => existsSync(join(root, room)));
  const output = await runTool(root, PROGRAM, '--config', '.dependency-cruiser.mjs', '--output-type', 'json', ...rooms);
  const parsed = cruise.safeParse(parseJson(output.stdout));
  if (!parsed.success) return {passed: false, report: output.report || 'dependency-cruiser answered with no JSON.'};
  const {modules, summary} = parsed.data;
  const comments = new Map(summary.ruleSetUsed.forbidden.map(({name, comment}) => [name, comment]));
  const unread = rooms.filter((room) => !modules.some(({source}) => source.startsWith(`${room}/`)));
  return toResult([
    ...unread.map((room) => `${room}/: no file was read`),
    ...summary.violations.map(
      ({rule, from, to}) => `${rule.name}: ${from} → ${to}\n  ${comments.get(rule.name) ?? ''}`,
    ),
  ]);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
