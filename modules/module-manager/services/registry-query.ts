import {
  manifestSchema,
  type ModuleStatus,
  type PortalClient,
  PortalError,
  type RegistryEntry,
} from '@openchoreo/portal-contract';
import * as z from 'zod/mini';

const PATH = '/api/portal/modules';

const fault = z.object({path: z.string(), found: z.string(), expected: z.string()});

const reportSchema = z.object({
  refused: z.optional(z.array(z.object({point: z.string(), id: z.string(), faults: z.array(fault)}))),
  waiting: z.optional(z.array(z.string())),
});

const transition = z.object({
  status: z.custom<ModuleStatus>((value) => typeof value === 'string'),
  at: z.number(),
  detail: z.optional(z.string()),
});

const entrySchema = z.object({
  id: z.string(),
  name: z.string(),
  version: z.string(),
  source: z.string(),
  isInstalled: z.optional(z.boolean()),
  status: z.enum(['enabled', 'disabled', 'refused']),
  problem: z.optional(z.object({code: z.string(), detail: z.string(), faults: z.optional(z.array(z.string()))})),
  // A module that was refused may have any manifest: what cannot be read is not shown, the rest of the list is.
  manifest: z.catch(z.optional(manifestSchema), undefined),
  contributions: z.optional(reportSchema),
  checks: z.array(
    z.object({
      check: z.enum([
        'source',
        'manifest',
        'compatibility',
        'enabled',
        'dependency',
        'perspective',
        'permission',
        'load',
      ]),
      passed: z.boolean(),
      detail: z.string(),
      code: z.optional(z.string()),
    }),
  ),
  dependents: z.array(z.string()),
  transitions: z.optional(z.array(transition)),
  changedAt: z.optional(z.string()),
  changedBy: z.optional(z.string()),
});

/** Every module the portal knows, as its gateway tells it. */
export function registryQuery(portal: PortalClient): {
  queryKey: readonly ['portal', 'modules'];
  queryFn: (context: {signal: AbortSignal}) => Promise<readonly RegistryEntry[]>;
} {
  return {
    queryKey: ['portal', 'modules'],
    queryFn: async ({signal}) => parseRegistry(await portal.request(PATH, {signal})),
  };
}

/** Reads the gateway's answer. Throws `API_INVALID_ANSWER` when it is something else. */
export function parseRegistry(answer: unknown): readonly RegistryEntry[] {
  const parsed = z.array(entrySchema).safeParse(answer);
  if (!parsed.success) throw new PortalError('API_INVALID_ANSWER', [PATH], {cause: parsed.error});
  // The schema writes «absent or undefined» where the contract's type says «absent»; JSON knows only absent.
  return parsed.data as readonly RegistryEntry[];
}
