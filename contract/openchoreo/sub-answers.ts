import * as z from 'zod/mini';

// What is below objects of the platform, as it comes. Fetched with the first such answer: a parser has no place in what
// every page loads.

const reference = z.object({
  group: z.optional(z.string()),
  version: z.string(),
  kind: z.string(),
  namespace: z.optional(z.string()),
  name: z.string(),
  uid: z.string(),
});

const node = z.extend(reference, {
  createdAt: z.optional(z.string()),
  parentRefs: z.optional(z.array(reference)),
  object: z.record(z.string(), z.unknown()),
  health: z.optional(z.object({status: z.string(), message: z.optional(z.string())})),
});

const treeSchema = z.object({
  renderedReleases: z.array(z.object({name: z.string(), targetPlane: z.string(), nodes: z.array(node)})),
});

const eventSchema = z.object({
  type: z.string(),
  reason: z.string(),
  message: z.string(),
  count: z.optional(z.number()),
  firstTimestamp: z.optional(z.string()),
  lastTimestamp: z.optional(z.string()),
  source: z.optional(z.string()),
});

const podLogSchema = z.object({timestamp: z.string(), log: z.string(), container: z.string()});
const runLogSchema = z.object({timestamp: z.optional(z.string()), log: z.string()});
const runEventSchema = z.object({timestamp: z.string(), type: z.string(), reason: z.string(), message: z.string()});

const runStatusSchema = z.object({
  status: z.enum(['Pending', 'Running', 'Succeeded', 'Failed', 'Error']),
  steps: z.array(
    z.object({
      name: z.string(),
      phase: z.enum(['Pending', 'Running', 'Succeeded', 'Failed', 'Skipped', 'Error']),
      startedAt: z.optional(z.string()),
      finishedAt: z.optional(z.string()),
    }),
  ),
  hasLiveObservability: z.boolean(),
});

const released = z.looseObject({metadata: z.looseObject({name: z.string()})});

export const SUB_ANSWERS = {
  release: released,
  tree: treeSchema,
  events: z.object({events: z.array(eventSchema)}),
  podLogs: z.object({logEntries: z.array(podLogSchema)}),
  runStatus: runStatusSchema,
  runLogs: z.array(runLogSchema),
  runEvents: z.array(runEventSchema),
} as const;

export type SubAnswer<K extends keyof typeof SUB_ANSWERS> = z.infer<(typeof SUB_ANSWERS)[K]>;
