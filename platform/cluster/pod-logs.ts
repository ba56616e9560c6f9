import {ApiError} from '../engine/api-error.ts';
import {textAt, type JsonObject} from '../engine/json.ts';
import type {ViewMeans} from '../engine/kind.ts';
import type {Resource} from '../engine/resource.ts';
import {toTimestamp} from '../engine/timestamp.ts';
import {toComponentOwner} from '../kinds/owner.ts';
import {readDeployment} from './cluster-objects.ts';
import {addLines, toText, type Line} from './pod-lines.ts';
import {toPods} from './pods.ts';
import {readRequired, readSince} from './read-since.ts';
import {toRun} from './runs.ts';

const MOST = 200;
const MINUTE = 60_000;

/** What the container of a pod has written, the newest lines of it; the same whenever it is asked for. */
export async function toPodLogs(binding: Resource, {lookup, query, now}: ViewMeans): Promise<JsonObject> {
  const name = readRequired(query, 'podName');
  const container = query.get('container') ?? 'main';
  const asked = readSince(query, now);
  const deployment = await readDeployment(binding, lookup);
  const isThere = deployment?.objects.some((each) => each.kind === 'Pod' && each.name === name);
  if (!deployment || !isThere) throw new ApiError('NOT_FOUND', `Pod '${name.slice(0, 80)}' not found`);
  if (container !== 'main') throw new ApiError('NOT_FOUND', `The pod has no container '${container.slice(0, 80)}'`);
  const wanted = textAt(binding.memory, 'wanted') ?? '';
  const run = toRun(binding, deployment.release, {wanted, since: new Date(deployment.since).toISOString()});
  const pod = toPods(binding, run, toComponentOwner(binding.spec).component).find((each) => each.name === name);
  const lines: Line[] = [];
  const first = Math.floor(Math.max(asked, deployment.since) / MINUTE);
  for (let minute = Math.floor(now.getTime() / MINUTE); pod && minute >= first && lines.length < MOST; minute--) {
    addLines(pod, minute, lines);
  }
  const told = lines.filter(({at}) => at <= now.getTime() && at >= asked).sort((a, b) => a.at - b.at);
  return {logEntries: told.slice(-MOST).map(toEntry)};
}

function toEntry(line: Line): JsonObject {
  return {timestamp: toTimestamp(new Date(line.at)), log: toText(line), container: 'main'};
}
