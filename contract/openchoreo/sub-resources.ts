import * as z from 'zod/mini';
import {PortalError} from '../errors.ts';
import type {Address, OpenChoreoClient} from './client.ts';
import type {ComponentRelease} from './deployment-types.ts';
import {toResourcePath, type KindName} from './kinds.ts';

// What is below an object has no place in the client, which every page loads: whoever shows it brings these along.

export interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
}

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

/** A Kubernetes object behind a deployment. */
export type ClusterNode = Readonly<z.infer<typeof node>>;
export type ClusterEvent = Readonly<z.infer<typeof eventSchema>>;
export type PodLogLine = Readonly<z.infer<typeof podLogSchema>>;
export type RunStatus = Readonly<z.infer<typeof runStatusSchema>>;
export type RunLogLine = Readonly<z.infer<typeof runLogSchema>>;
export type RunEvent = Readonly<z.infer<typeof runEventSchema>>;

/** Freezes a component as it is into a release. Without a name, an unchanged component comes to the same release again. */
export async function generateRelease(
  client: OpenChoreoClient,
  component: Address,
  {releaseName, signal}: ReadOptions & {releaseName?: string} = {},
): Promise<ComponentRelease> {
  const body = releaseName === undefined ? {} : {releaseName};
  const schema = z.looseObject({metadata: z.looseObject({name: z.string()})});
  const path = toPath('components', component, 'generate-release');
  return parse(schema, path, await client.request(path, {method: 'POST', body, signal}));
}

/** All that a release binding has on its planes. Empty while nothing is deployed. */
export async function readClusterNodes(
  client: OpenChoreoClient,
  binding: Address,
  options: ReadOptions = {},
): Promise<readonly ClusterNode[]> {
  const tree = await read(client, treeSchema, toPath('releasebindings', binding, 'k8sresources/tree'), options);
  return tree.renderedReleases.flatMap(({nodes}) => nodes);
}

export async function readClusterEvents(
  client: OpenChoreoClient,
  binding: Address,
  {group = '', version, kind, name, signal}: ReadOptions & Pick<ClusterNode, 'group' | 'version' | 'kind' | 'name'>,
): Promise<readonly ClusterEvent[]> {
  const path = toPath('releasebindings', binding, 'k8sresources/events', {group, version, kind, name});
  return (await read(client, z.object({events: z.array(eventSchema)}), path, {signal})).events;
}

export async function readPodLogs(
  client: OpenChoreoClient,
  binding: Address,
  {
    podName,
    container,
    sinceSeconds,
    signal,
  }: ReadOptions & {
    readonly podName: string;
    readonly container?: string;
    readonly sinceSeconds?: number;
  },
): Promise<readonly PodLogLine[]> {
  const path = toPath('releasebindings', binding, 'k8sresources/logs', {podName, container, sinceSeconds});
  return (await read(client, z.object({logEntries: z.array(podLogSchema)}), path, {signal})).logEntries;
}

export async function readRunStatus(
  client: OpenChoreoClient,
  run: Address,
  options: ReadOptions = {},
): Promise<RunStatus> {
  return read(client, runStatusSchema, toPath('workflowruns', run, 'status'), options);
}

/** What a run, or one task of it, has written. */
export async function readRunLogs(
  client: OpenChoreoClient,
  run: Address,
  {task, sinceSeconds, signal}: ReadOptions & {readonly task?: string; readonly sinceSeconds?: number} = {},
): Promise<readonly RunLogLine[]> {
  return read(client, z.array(runLogSchema), toPath('workflowruns', run, 'logs', {task, sinceSeconds}), {signal});
}

export async function readRunEvents(
  client: OpenChoreoClient,
  run: Address,
  {task, signal}: ReadOptions & {readonly task?: string} = {},
): Promise<readonly RunEvent[]> {
  return read(client, z.array(runEventSchema), toPath('workflowruns', run, 'events', {task}), {signal});
}

async function read<T>(
  client: OpenChoreoClient,
  schema: z.ZodMiniType<T>,
  path: string,
  {signal}: ReadOptions,
): Promise<T> {
  return parse(schema, path, await client.request(path, {signal}));
}

function parse<T>(schema: z.ZodMiniType<T>, path: string, answer: unknown): T {
  const parsed = schema.safeParse(answer);
  if (parsed.success) return parsed.data;
  throw new PortalError('API_INVALID_ANSWER', [path], {cause: parsed.error});
}

function toPath(
  kind: KindName,
  address: Address,
  below: string,
  values: Readonly<Record<string, string | number | undefined>> = {},
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value !== undefined) query.set(name, String(value));
  const text = query.toString();
  return `${toResourcePath(kind, address)}/${below}${text && `?${text}`}`;
}
