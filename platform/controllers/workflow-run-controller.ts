import {QUEUE_MILLISECONDS, planRun, toSource, type Task} from '../builds/run-plan.ts';
import {mergeConditions, type ConditionState} from '../engine/condition.ts';
import {contentHash} from '../engine/content-hash.ts';
import type {Controller, Finding, Look} from '../engine/controller.ts';
import {at, listAt, textAt, type JsonObject} from '../engine/json.ts';
import type {Resource} from '../engine/resource.ts';
import {toTimestamp} from '../engine/timestamp.ts';
import {parseDuration} from '../kinds/duration.ts';
import {toReferenceKey} from '../kinds/references.ts';
import {writeImage} from './write-image.ts';

/** Runs the tasks of a workflow one after another. A run of a component that succeeds leaves its image in the workload. */
export const controlWorkflowRun: Controller = async (look): Promise<Finding> => {
  const {resource, lookup, now} = look;
  if (resource.memory['ended'] !== undefined) return expire(look);
  const key = toReferenceKey(resource.spec['workflow'], resource.namespace, 'ClusterWorkflow');
  const workflow = await lookup.get(key);
  if (!workflow) return stop(look, 'WorkflowResolutionFailed', `Failed to resolve workflow: '${key.name}' not found`);
  const plane = await lookup.get(
    toReferenceKey(workflow.spec['workflowPlaneRef'], resource.namespace, 'ClusterWorkflowPlane'),
  );
  if (!plane) return stop(look, 'WorkflowPlaneNotFound', 'No workflow plane found for the workflow of this run');
  const refusal = await findRefusal(look);
  if (refusal !== undefined) return fail(look, {reason: 'ComponentValidationFailed', message: refusal});
  if (at(plane.status, 'agentConnection', 'connected') !== true) {
    const message = `No agent of workflow plane '${plane.name}' is connected`;
    // A plane does not know who waits for it; runs are few, and asking again costs nothing.
    return {...report(look, {tasks: [], pending: message}), again: 5000};
  }
  const since = Date.parse(textAt(resource.memory, 'since') ?? now.toISOString());
  return {...(await run(look, planRun(resource, workflow), {since, workflow}))};
};

async function run(
  look: Look,
  plan: readonly Task[],
  {since, workflow}: {since: number; workflow: Resource},
): Promise<Finding> {
  const {resource, now, pace} = look;
  const memory = {...resource.memory, since: new Date(since).toISOString()};
  let start = since + QUEUE_MILLISECONDS * pace;
  const tasks: JsonObject[] = [];
  let next: number | undefined = now.getTime() < start ? start : undefined;
  let failed: string | undefined;
  for (const {name, milliseconds, fails} of plan) {
    const end = start + milliseconds * pace;
    if (failed !== undefined) tasks.push({name, phase: 'Skipped'});
    else if (now.getTime() < start || next !== undefined) tasks.push({name, phase: 'Pending'});
    else if (now.getTime() < end) {
      tasks.push({name, phase: 'Running', startedAt: toTimestamp(new Date(start))});
      next = end;
    } else {
      const times = {startedAt: toTimestamp(new Date(start)), completedAt: toTimestamp(new Date(end))};
      if (fails) failed = toFailure(name, toSource(resource, workflow));
      tasks.push({name, phase: fails ? 'Failed' : 'Succeeded', ...times, ...(fails && {message: failed})});
    }
    start = end;
  }
  if (next !== undefined) return {...report(look, {tasks}), memory, again: Math.max(next - now.getTime(), 0)};
  const ended = {...memory, ended: now.toISOString()};
  const again = toExpiry(look);
  if (failed !== undefined) return {...fail(look, {tasks}), memory: ended, ...again};
  await writeImage(look, toImageTag(resource, toSource(resource, workflow).commit));
  return {...report(look, {tasks, succeeded: true}), memory: ended, ...again};
}

function toFailure(task: string, {url = '', branch = 'main'}: ReturnType<typeof toSource>): string {
  if (task === 'checkout-source') return `repository '${url}' was not found`;
  return `compilation failed on branch '${branch}': exit code 1`;
}

function toImageTag({uid, createdAt}: Resource, commit: string | undefined): string {
  const day = createdAt.toISOString().slice(0, 10).replaceAll('-', '');
  return `${day}-${(commit ?? contentHash({uid}, 40)).slice(0, 8)}`;
}

/** Why the component may not be built this way; undefined when it may, and for runs that belong to none. */
async function findRefusal({resource, lookup}: Look): Promise<string | undefined> {
  const {namespace, project, component: name, spec} = resource;
  if (name === null) return undefined;
  const component = await lookup.get({kind: 'components', namespace, name});
  if (component?.project !== project) return `Component '${name}' not found in project '${project ?? ''}'`;
  const own = component.spec['workflow'];
  if (own === undefined) return `Component '${name}' has no workflow`;
  if (textAt(own, 'name') === textAt(spec, 'workflow', 'name')) return undefined;
  return `Component '${name}' is built by workflow '${textAt(own, 'name') ?? ''}'`;
}

interface RunReport {
  readonly tasks: readonly JsonObject[];
  readonly pending?: string;
  readonly succeeded?: true;
  readonly failed?: {readonly reason: string; readonly message: string};
}

function report({resource, now}: Look, {tasks, pending, succeeded, failed}: RunReport): Finding {
  const started = tasks.map((task) => textAt(task, 'startedAt')).find((time) => time !== undefined);
  const states = succeeded || failed ? toEnd(failed) : toWay(started !== undefined, pending);
  const startedAt = textAt(resource.status, 'startedAt') ?? started;
  const status: JsonObject = {
    conditions: mergeConditions(resource, states, now),
    tasks,
    ...(startedAt !== undefined && {startedAt}),
    ...((succeeded ?? failed) && {completedAt: toTimestamp(now)}),
    ...(startedAt !== undefined && {
      runReference: {
        apiVersion: 'argoproj.io/v1alpha1',
        kind: 'Workflow',
        name: resource.name,
        namespace: `workflows-${resource.namespace}`,
      },
    }),
  };
  return {status};
}

function toWay(isRunning: boolean, pending = 'Workflow has not completed yet'): readonly ConditionState[] {
  const waiting = {type: 'WorkflowCompleted', status: 'False', reason: 'WorkflowPending', message: pending} as const;
  if (!isRunning) return [waiting];
  const running = {type: 'WorkflowRunning', status: 'True', reason: 'WorkflowRunning', message: 'Workflow is running'};
  return [waiting, {...running, status: 'True'}];
}

function toEnd(failed: RunReport['failed']): readonly ConditionState[] {
  const over = {
    type: 'WorkflowRunning',
    status: 'False',
    reason: 'WorkflowRunning',
    message: 'Workflow has ended',
  } as const;
  const {reason, message} = failed ?? {reason: 'WorkflowSucceeded', message: 'Workflow completed successfully'};
  const type = failed ? 'WorkflowFailed' : 'WorkflowSucceeded';
  return [over, {type, status: 'True', reason, message}, {type: 'WorkflowCompleted', status: 'True', reason, message}];
}

function fail(
  look: Look,
  {
    tasks = listAt(look.resource.status, 'tasks') as readonly JsonObject[],
    reason = 'WorkflowFailed',
    message = 'Workflow execution failed',
  }: {tasks?: readonly JsonObject[]; reason?: string; message?: string},
): Finding {
  const memory = {...look.resource.memory, ended: look.now.toISOString()};
  return {...report(look, {tasks, failed: {reason, message}}), memory};
}

/** What it needs is missing; it goes on once that is there. */
function stop(look: Look, reason: string, message: string): Finding {
  const {resource, now} = look;
  const state = {type: 'WorkflowCompleted', status: 'False', reason, message} as const;
  const status = {...resource.status, tasks: [], conditions: mergeConditions(resource, [state], now)};
  return {status, again: 5000};
}

function toExpiry({resource}: Look): Pick<Finding, 'again'> {
  const milliseconds = parseDuration(textAt(resource.spec, 'ttlAfterCompletion') ?? '');
  return milliseconds === undefined ? {} : {again: milliseconds};
}

/** Removes a run whose time after completion is over. */
async function expire(look: Look): Promise<Finding> {
  const {resource, now, writer} = look;
  const {again} = toExpiry(look);
  if (again === undefined) return {};
  const remaining = Date.parse(textAt(resource.memory, 'ended') ?? '') + again - now.getTime();
  if (remaining > 0) return {again: remaining};
  await writer.remove(resource);
  return {};
}
