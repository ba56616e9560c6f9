import {ApiError} from '../engine/api-error.ts';
import {contentHash} from '../engine/content-hash.ts';
import type {JsonObject} from '../engine/json.ts';
import type {ViewMeans} from '../engine/kind.ts';
import type {Resource} from '../engine/resource.ts';
import {toTimestamp} from '../engine/timestamp.ts';
import {readDeployment} from './cluster-objects.ts';
import {readRequired, readSince} from './read-since.ts';

const EVERY = 15_000;
const MOST = 200;
const REQUESTS = [
  'GET /healthz 200',
  'GET /v1/items 200',
  'POST /v1/items 201',
  'GET /v1/items/42 200',
  'GET /v1/items/7 404',
];

/** What the container of a pod has written: a line every fifteen seconds, the same whenever it is asked for. */
export async function toPodLogs(binding: Resource, {lookup, query, now}: ViewMeans): Promise<JsonObject> {
  const name = readRequired(query, 'podName');
  const container = query.get('container') ?? 'main';
  const asked = readSince(query, now);
  const deployment = await readDeployment(binding, lookup);
  const pod = deployment?.objects.find((each) => each.kind === 'Pod' && each.name === name);
  if (!deployment || !pod) throw new ApiError('NOT_FOUND', `Pod '${name.slice(0, 80)}' not found`);
  if (container !== 'main') throw new ApiError('NOT_FOUND', `The pod has no container '${container.slice(0, 80)}'`);
  if (deployment.fault === 'ImagePullBackOff' || pod.health === 'Progressing') return {logEntries: []};
  const begin = Math.max(asked, deployment.since);
  if (deployment.fault) {
    const lines = ['starting', 'fatal: configuration is incomplete', 'exit code 1'];
    return {logEntries: lines.map((log) => toEntry(now.getTime(), log))};
  }
  const first = Math.max(Math.ceil(begin / EVERY), Math.floor(now.getTime() / EVERY) - MOST + 1);
  const entries: JsonObject[] = [];
  for (let tick = first; tick * EVERY <= now.getTime(); tick++)
    entries.push(toEntry(tick * EVERY, toLine(pod.uid, tick)));
  return {logEntries: entries};
}

function toEntry(milliseconds: number, log: string): JsonObject {
  return {timestamp: toTimestamp(new Date(milliseconds)), log, container: 'main'};
}

function toLine(uid: string, tick: number): string {
  const seed = parseInt(contentHash({uid, tick}, 6), 16);
  return `level=info msg="${REQUESTS[seed % REQUESTS.length]}" duration=${1 + (seed % 180)}ms`;
}
