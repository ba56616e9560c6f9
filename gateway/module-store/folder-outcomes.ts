import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import * as z from 'zod';

const outcomesSchema = z.object({
  /** Id of the process that says so. */
  process: z.number(),
  /** When it last had looked, in milliseconds since the epoch. */
  at: z.number(),
  folders: z.array(
    z.object({
      folder: z.string(),
      id: z.string().optional(),
      version: z.string().optional(),
      /** Of what runs. */
      digest: z.string().optional(),
      status: z.enum(['accepted', 'refused']),
      problem: z
        .object({code: z.string(), detail: z.string(), faults: z.array(z.string()).readonly().optional()})
        .optional(),
    }),
  ),
});

/** What became of the folders of the modules folder, for those who wait for it in another process. */
export type FolderOutcomes = z.infer<typeof outcomesSchema>;
export type FolderOutcome = FolderOutcomes['folders'][number];

/** The file in which the portal says it. */
export function outcomesFile(dataDir: string): string {
  return join(dataDir, 'modules-outcome.json');
}

/** What the portal that runs with this data folder says; nothing when none runs. */
export async function readOutcomes(dataDir: string): Promise<FolderOutcomes | undefined> {
  const text = await readFile(outcomesFile(dataDir), 'utf8').catch(() => 'null');
  const parsed = outcomesSchema.safeParse(JSON.parse(text));
  return parsed.success && isRunning(parsed.data.process) ? parsed.data : undefined;
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
