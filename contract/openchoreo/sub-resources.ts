import {PortalError} from '../errors.ts';
import type {Address, OpenChoreoClient} from './client.ts';
import type {ComponentRelease} from './deployment-types.ts';
import {toResourcePath, type KindName} from './kinds.ts';
import type {SUB_ANSWERS, SubAnswer} from './sub-answers.ts';

// What is below an object has no place in the client, which every page loads: whoever shows it brings these along.

export interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
}

/** A Kubernetes object behind a deployment. */
export type ClusterNode = Readonly<SubAnswer<'tree'>['renderedReleases'][number]['nodes'][number]>;
export type ClusterEvent = Readonly<SubAnswer<'events'>['events'][number]>;
export type PodLogLine = Readonly<SubAnswer<'podLogs'>['logEntries'][number]>;
export type RunStatus = Readonly<SubAnswer<'runStatus'>>;
export type RunLogLine = Readonly<SubAnswer<'runLogs'>[number]>;
export type RunEvent = Readonly<SubAnswer<'runEvents'>[number]>;

/** Freezes a component as it is into a release. Without a name, an unchanged component comes to the same release again. */
export async function generateRelease(
  client: OpenChoreoClient,
  component: Address,
  {releaseName, signal}: ReadOptions & {releaseName?: string} = {},
): Promise<ComponentRelease> {
  const body = releaseName === undefined ? {} : {releaseName};
  const path = toPath('components', component, 'generate-release');
  return ask(client, 'release', path, {method: 'POST', body, signal});
}

/** All that a release binding has on its planes. Empty while nothing is deployed. */
export async function readClusterNodes(
  client: OpenChoreoClient,
  binding: Address,
  options: ReadOptions = {},
): Promise<readonly ClusterNode[]> {
  const tree = await ask(client, 'tree', toPath('releasebindings', binding, 'k8sresources/tree'), options);
  return tree.renderedReleases.flatMap(({nodes}) => nodes);
}

export async function readClusterEvents(
  client: OpenChoreoClient,
  binding: Address,
  {group = '', version, kind, name, signal}: ReadOptions & Pick<ClusterNode, 'group' | 'version' | 'kind' | 'name'>,
): Promise<readonly ClusterEvent[]> {
  const path = toPath('releasebindings', binding, 'k8sresources/events', {group, version, kind, name});
  return (await ask(client, 'events', path, {signal})).events;
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
  return (await ask(client, 'podLogs', path, {signal})).logEntries;
}

export async function readRunStatus(
  client: OpenChoreoClient,
  run: Address,
  options: ReadOptions = {},
): Promise<RunStatus> {
  return ask(client, 'runStatus', toPath('workflowruns', run, 'status'), options);
}

/** What a run, or one task of it, has written. */
export async function readRunLogs(
  client: OpenChoreoClient,
  run: Address,
  {task, sinceSeconds, signal}: ReadOptions & {readonly task?: string; readonly sinceSeconds?: number} = {},
): Promise<readonly RunLogLine[]> {
  return ask(client, 'runLogs', toPath('workflowruns', run, 'logs', {task, sinceSeconds}), {signal});
}

export async function readRunEvents(
  client: OpenChoreoClient,
  run: Address,
  {task, signal}: ReadOptions & {readonly task?: string} = {},
): Promise<readonly RunEvent[]> {
  return ask(client, 'runEvents', toPath('workflowruns', run, 'events', {task}), {signal});
}

async function ask<K extends keyof typeof SUB_ANSWERS>(
  client: OpenChoreoClient,
  shape: K,
  path: string,
  init: {readonly method?: string; readonly body?: unknown; readonly signal?: AbortSignal | undefined},
): Promise<SubAnswer<K>> {
  const [answer, {SUB_ANSWERS: answers}] = await Promise.all([client.request(path, init), import('./sub-answers.ts')]);
  const parsed = answers[shape].safeParse(answer);
  if (parsed.success) return parsed.data as SubAnswer<K>;
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
