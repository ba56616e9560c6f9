import {ApiError} from '../engine/api-error.ts';
import {contentHash} from '../engine/content-hash.ts';
import {isJsonObject, listAt, textAt, type Json, type JsonObject} from '../engine/json.ts';
import type {ViewMeans} from '../engine/kind.ts';
import type {Resource} from '../engine/resource.ts';
import {toTimestamp} from '../engine/timestamp.ts';
import {readSince} from '../cluster/read-since.ts';
import {toReferenceKey} from '../kinds/references.ts';
import {toSource, type Source} from './run-plan.ts';

/** What the tasks of a run have written so far. The same moment always tells the same. */
export async function toRunLogs(run: Resource, {lookup, query, now}: ViewMeans): Promise<Json> {
  const workflow = await lookup.get(toReferenceKey(run.spec['workflow'], run.namespace, 'ClusterWorkflow'));
  const source = workflow ? toSource(run, workflow) : {};
  const since = readSince(query, now);
  return chosenTasks(run, query)
    .flatMap((task) => toLines(task, {run, source, now}))
    .filter(({timestamp}) => Date.parse(timestamp) >= since);
}

/** What Kubernetes had to say of the pods that ran the tasks. */
export function toRunEvents(run: Resource, {query}: ViewMeans): Json {
  return chosenTasks(run, query).flatMap((task) => {
    const pod = `${run.name}-${textAt(task, 'name') ?? ''}`;
    const started = textAt(task, 'startedAt');
    const completed = textAt(task, 'completedAt');
    if (started === undefined) return [];
    const events = [
      toEvent(started, 'Scheduled', `Successfully assigned workflows/${pod} to a node`),
      toEvent(started, 'Pulled', 'Container image already present on machine'),
      toEvent(started, 'Started', 'Started container main'),
    ];
    if (completed === undefined) return events;
    const failed = textAt(task, 'phase') === 'Failed';
    const last = failed
      ? {...toEvent(completed, 'Failed', textAt(task, 'message') ?? 'Error: exit code 1'), type: 'Warning'}
      : toEvent(completed, 'Completed', `Pod ${pod} completed`);
    return [...events, last];
  });
}

function chosenTasks({status}: Resource, query: URLSearchParams): readonly JsonObject[] {
  const tasks = listAt(status, 'tasks').filter(isJsonObject);
  const wanted = query.get('task');
  if (!wanted) return tasks;
  const chosen = tasks.filter(({name}) => name === wanted);
  if (chosen.length > 0) return chosen;
  throw new ApiError('NOT_FOUND', `The run has no task '${wanted.slice(0, 80)}'`);
}

function toEvent(timestamp: string, reason: string, message: string): JsonObject {
  return {timestamp, type: 'Normal', reason, message};
}

interface Line extends JsonObject {
  readonly timestamp: string;
  readonly log: string;
}

/** A task's lines, spread over the time it took, up to now. */
function toLines(task: JsonObject, means: {run: Resource; source: Source; now: Date}): readonly Line[] {
  const started = Date.parse(textAt(task, 'startedAt') ?? '');
  if (Number.isNaN(started)) return [];
  const completedAt = textAt(task, 'completedAt');
  const end = completedAt === undefined ? means.now.getTime() : Date.parse(completedAt);
  const failed = textAt(task, 'phase') === 'Failed';
  const texts = [
    ...toTexts(textAt(task, 'name') ?? '', means),
    ...(failed ? [`error: ${textAt(task, 'message') ?? ''}`] : []),
  ];
  const told = completedAt === undefined ? texts.slice(0, 1 + Math.floor((end - started) / 700)) : texts;
  const step = Math.max(end - started, 0) / Math.max(texts.length, 1);
  return told.map((log, index) => ({timestamp: toTimestamp(new Date(started + index * step)), log}));
}

function toTexts(task: string, {run, source}: {run: Resource; source: Source}): readonly string[] {
  const {url = 'the repository', branch = 'main', appPath = '.'} = source;
  const commit = source.commit ?? contentHash({uid: run.uid}, 40);
  const image = run.component ?? run.name;
  if (task === 'checkout-source') {
    return [`Cloning ${url} …`, `Switched to branch '${branch}'`, `HEAD is now at ${commit.slice(0, 8)}`];
  }
  if (task === 'build-image') {
    return [
      `Building ${image} from ${appPath}`,
      '[1/5] resolving the base image',
      '[2/5] restoring cached layers',
      '[3/5] installing dependencies',
      '[4/5] compiling',
      '[5/5] exporting layers',
    ];
  }
  if (task === 'publish-image')
    return [`Pushing ${image}:${commit.slice(0, 8)}`, 'latest: digest sha256:' + contentHash({commit}, 64)];
  if (task === 'generate-workload') return ['Reading workload.yaml', `Workload '${image}' is written`];
  return [`Running ${task}`, `${task} is done`];
}
