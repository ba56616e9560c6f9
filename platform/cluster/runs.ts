import {at, isJsonObject, listAt, textAt, type JsonObject} from '../engine/json.ts';
import type {Resource} from '../engine/resource.ts';
import {toImage, toReplicas, toWorkloadType} from '../controllers/judge-workload.ts';

/**
 * One stretch of time in which a binding had one and the same thing running: all that is needed to tell later what it
 * wrote, since its release may be gone by then.
 */
export interface Run extends JsonObject {
  /** What was wanted, in a word; names the pods. */
  readonly wanted: string;
  readonly image: string;
  readonly workloadType: string;
  readonly replicas: number;
  /** Of its first endpoint; absent where it has none. */
  readonly path?: string;
  readonly port?: number;
  /** Components that it calls. */
  readonly calls: readonly string[];
  /** When a scheduled task runs, as a cron expression. */
  readonly schedule?: string;
  /** The least its container writes, by its variable `LOG_LEVEL`. */
  readonly logLevel?: string;
  readonly since: string;
  readonly until?: string;
}

const MOST = 20;

/** The runs a binding remembers, with one that begins now: it ends the one before. The same run again changes nothing. */
export function withRun({memory}: Resource, run: Run): readonly JsonObject[] {
  const past = listAt(memory, 'runs').filter(isJsonObject);
  const last = past.at(-1);
  if (last && last['until'] === undefined && last['wanted'] === run.wanted && last['since'] === run.since) return past;
  return [...endLast(past, run.since), run].slice(-MOST);
}

/** The runs a binding remembers once nothing of it runs any more. */
export function withoutRun({memory}: Resource, now: Date): readonly JsonObject[] {
  return endLast(listAt(memory, 'runs').filter(isJsonObject), now.toISOString());
}

function endLast(runs: readonly JsonObject[], until: string): readonly JsonObject[] {
  const last = runs.at(-1);
  if (!last || last['until'] !== undefined) return runs;
  return [...runs.slice(0, -1), {...last, until}];
}

/** What runs when a release is brought to a binding's environment. */
export function toRun(
  binding: Pick<Resource, 'spec'>,
  release: Pick<Resource, 'spec'>,
  {wanted, since}: Pick<Run, 'wanted' | 'since'>,
): Run {
  const workload = at(release.spec, 'workload');
  const endpoints = at(workload, 'endpoints');
  const [endpoint] = isJsonObject(endpoints) ? Object.values(endpoints) : [];
  const path = endpoint === undefined ? undefined : (textAt(endpoint, 'basePath') ?? '/');
  const port = at(endpoint, 'port');
  const schedule = textAt(release.spec, 'componentProfile', 'parameters', 'schedule');
  const logLevel = [
    ...listAt(workload, 'container', 'env'),
    ...listAt(binding.spec, 'workloadOverrides', 'container', 'env'),
  ].findLast((variable) => textAt(variable, 'key') === 'LOG_LEVEL');
  const level = textAt(logLevel, 'value');
  return {
    wanted,
    image: toImage(release),
    workloadType: toWorkloadType(release),
    replicas: toReplicas(binding.spec),
    ...(path !== undefined && {path}),
    ...(typeof port === 'number' && {port}),
    calls: listAt(workload, 'dependencies', 'endpoints').flatMap((each) => textAt(each, 'component') ?? []),
    ...(schedule !== undefined && {schedule}),
    ...(level !== undefined && {logLevel: level.toLowerCase()}),
    since,
  };
}
