import {z} from 'zod';
import {type Check, type CheckResult, toResult} from './check.ts';
import {runTool} from './run-tool.ts';

/** What size-limit says as JSON; sizes in bytes. */
const SIZES = z.array(
  z.object({name: z.string(), passed: z.boolean(), size: z.number(), sizeLimit: z.number().optional()}),
);

/** Whether what browsers fetch stays below its byte budgets. Names those that do not. */
export const sizeCheck: Check = {name: 'sizes', needsBuild: true, run};

async function run(root: string): Promise<CheckResult> {
  const {passed, report, stdout} = await runTool(root, 'size-limit/bin.js', '--json');
  if (passed) return toResult([]);
  const sizes = SIZES.safeParse(toJson(stdout));
  if (!sizes.success) return {passed, report};
  const over = sizes.data.filter((one) => !one.passed);
  return {
    passed,
    report: over.map(({name, size, sizeLimit = 0}) => `${name}: ${size} B, exceeds ${sizeLimit} B`).join('\n'),
  };
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
