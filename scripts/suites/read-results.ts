import {existsSync} from 'node:fs';
import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {z} from 'zod';

/**
 * Hands a fresh file name to `run`, and reads what was written there. Undefined when nothing readable was:
 * the runner died before its end.
 */
export async function readResults<T>(
  schema: z.ZodType<T>,
  run: (file: string) => Promise<unknown>,
): Promise<T | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'portal-results-'));
  const file = join(folder, 'results.json');
  try {
    await run(file);
    if (!existsSync(file)) return undefined;
    const parsed = schema.safeParse(JSON.parse(await readFile(file, 'utf8')));
    return parsed.success ? parsed.data : undefined;
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}
