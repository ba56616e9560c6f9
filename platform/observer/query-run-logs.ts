import {toRunLogs} from '../builds/run-output.ts';
import {ApiError} from '../engine/api-error.ts';
import {isJsonObject, textAt} from '../engine/json.ts';
import {ResourceStore} from '../engine/resource-store.ts';
import type {LogsRequest, WorkflowScope} from './logs-request.ts';
import {ObserverError} from './observer-error.ts';
import type {LogsAnswer, LogsMeans} from './query-logs.ts';

/** What the tasks of a workflow run wrote. A run that is not there has written nothing. */
export async function queryRunLogs(
  {startTime, endTime, limit, sortOrder, searchPhrase = ''}: LogsRequest,
  {namespace, workflowRunName, taskName}: WorkflowScope,
  {database, caller, now}: LogsMeans,
): Promise<LogsAnswer> {
  const lookup = new ResourceStore(database);
  const run = await lookup.get({kind: 'workflowruns', namespace, name: workflowRunName});
  if (!run) return {logs: [], total: 0};
  const {project, component} = run;
  const {allowed} = caller.decide('logs:view', {
    namespace,
    project: project ?? undefined,
    component: component ?? undefined,
  });
  if (!allowed) throw new ObserverError('forbidden', `No permission to view logs of WorkflowRun ${workflowRunName}`);
  const query = new URLSearchParams(taskName === undefined ? {} : {task: taskName});
  const all = await toRunLogs(run, {lookup, query, now}).catch((error: unknown) => {
    if (error instanceof ApiError && error.code === 'NOT_FOUND') return [];
    throw error;
  });
  const lines = (Array.isArray(all) ? all : []).filter(isJsonObject).filter((line) => {
    const at = Date.parse(textAt(line, 'timestamp') ?? '');
    const text = textAt(line, 'log') ?? '';
    return at >= startTime && at <= endTime && text.toLowerCase().includes(searchPhrase.toLowerCase());
  });
  if (sortOrder === 'desc') lines.reverse();
  return {logs: lines.slice(0, limit), total: Math.min(lines.length, 1000)};
}
