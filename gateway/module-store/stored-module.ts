import {parseManifest, type CompiledMessages, type ModuleManifest} from '@openchoreo/portal-contract';
import * as z from 'zod';

const recordSchema = z.object({
  id: z.string(),
  version: z.string(),
  digest: z.string(),
  storedAt: z.number(),
  manifest: z.unknown(),
  messages: z.record(z.string(), z.record(z.string(), z.union([z.string(), z.array(z.unknown())]))),
  /** Digest of every file that browsers fetch, as it was stored. */
  files: z.record(z.string(), z.string()),
  consumer: z.unknown().optional(),
});

/** What `record.json` says beside the files of one version of a module. It is written once. */
export interface StoredModule {
  readonly id: string;
  readonly version: string;
  readonly digest: string;
  readonly storedAt: number;
  readonly manifest: ModuleManifest;
  readonly messages: Readonly<Record<string, CompiledMessages>>;
  readonly files: Readonly<Record<string, string>>;
  /** Its own manifest, when it is a consumer of `window.OpenChoreo`. */
  readonly consumer?: unknown;
}

/** Nothing when the text is no record of this version of the portal: the module is then stored anew. */
export function parseRecord(text: string): StoredModule | undefined {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return undefined;
  }
  const record = recordSchema.safeParse(data);
  const manifest = record.success ? parseManifest(record.data.manifest) : undefined;
  return record.success && manifest?.ok ? {...record.data, manifest: manifest.value} : undefined;
}
