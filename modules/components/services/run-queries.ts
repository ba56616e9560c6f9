import {
  readRunEvents,
  readRunLogs,
  type OpenChoreoClient,
  type OpenChoreoQuery,
  type RunEvent,
  type RunLogLine,
  type Scope,
  type WorkflowRun,
} from '@openchoreo/portal-contract';

/** Milliseconds between two looks at what a run writes: no event tells of a line. */
const POLL = 2000;

interface RunQuery<T> extends OpenChoreoQuery<T> {
  readonly refetchInterval: number | false;
}

/** The runs of one component, which the platform knows by their labels. */
export function componentRunsQuery(
  api: OpenChoreoClient,
  {namespace = '', project = '', component = ''}: Scope,
): OpenChoreoQuery<readonly WorkflowRun[]> {
  const labelSelector = `openchoreo.dev/project=${project},openchoreo.dev/component=${component}`;
  return {
    queryKey: ['openchoreo', 'workflowruns', {namespace, project, component}, {labelSelector}],
    queryFn: ({signal}) => api.listAll('workflowruns', {namespace, labelSelector, signal, shared: true}),
  };
}

export function runLogsQuery(
  api: OpenChoreoClient,
  {metadata: {namespace = '', name}}: WorkflowRun,
  {task, isLive}: {task: string | undefined; isLive: boolean},
): RunQuery<readonly RunLogLine[]> {
  return {
    queryKey: ['openchoreo', 'workflowruns', {namespace}, {name, view: 'logs', task: task ?? ''}],
    queryFn: ({signal}) => readRunLogs(api, {namespace, name}, {...(task && {task}), signal}),
    refetchInterval: isLive ? POLL : false,
  };
}

export function runEventsQuery(
  api: OpenChoreoClient,
  {metadata: {namespace = '', name}}: WorkflowRun,
  {task, isLive}: {task: string | undefined; isLive: boolean},
): RunQuery<readonly RunEvent[]> {
  return {
    queryKey: ['openchoreo', 'workflowruns', {namespace}, {name, view: 'events', task: task ?? ''}],
    queryFn: ({signal}) => readRunEvents(api, {namespace, name}, {...(task && {task}), signal}),
    refetchInterval: isLive ? 2 * POLL : false,
  };
}
