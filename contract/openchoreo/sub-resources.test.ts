import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
  generateRelease,
  PortalError,
  readClusterEvents,
  readClusterNodes,
  readPodLogs,
  readRunEvents,
  readRunLogs,
  readRunStatus,
  type OpenChoreoClient,
} from '@openchoreo/portal-contract';

const binding = {namespace: 'acme', name: 'cart-development'};
const run = {namespace: 'acme', name: 'cart-1'};

test('what is below an object is asked at its path, with what narrows it', async () => {
  const asked: string[] = [];
  const client = answering(asked, [
    {metadata: {name: 'cart-1'}},
    {renderedReleases: []},
    {events: []},
    {logEntries: []},
    {status: 'Running', steps: [], hasLiveObservability: true},
    [],
    [],
  ]);
  await generateRelease(client, {namespace: 'acme', name: 'cart'}, {releaseName: 'cart-1'});
  await readClusterNodes(client, binding);
  await readClusterEvents(client, binding, {version: 'v1', kind: 'Pod', name: 'p'});
  await readPodLogs(client, binding, {podName: 'p', sinceSeconds: 60});
  await readRunStatus(client, run);
  await readRunLogs(client, run, {task: 'build image'});
  await readRunEvents(client, run);
  assert.deepEqual(asked, [
    'POST /api/v1/namespaces/acme/components/cart/generate-release {"releaseName":"cart-1"}',
    'GET /api/v1/namespaces/acme/releasebindings/cart-development/k8sresources/tree',
    'GET /api/v1/namespaces/acme/releasebindings/cart-development/k8sresources/events?group=&version=v1&kind=Pod&name=p',
    'GET /api/v1/namespaces/acme/releasebindings/cart-development/k8sresources/logs?podName=p&sinceSeconds=60',
    'GET /api/v1/namespaces/acme/workflowruns/cart-1/status',
    'GET /api/v1/namespaces/acme/workflowruns/cart-1/logs?task=build+image',
    'GET /api/v1/namespaces/acme/workflowruns/cart-1/events',
  ]);
});

test('an answer of another shape is none', async () => {
  const answers: unknown[] = [{renderedReleases: [{}]}, {status: 'Fine', steps: [], hasLiveObservability: true}, {}];
  const client = answering([], answers);
  for (const ask of [readClusterNodes, readRunStatus, readRunLogs] as const) {
    await assert.rejects(
      async () => ask(client, run),
      (error) => error instanceof PortalError && error.code === 'API_INVALID_ANSWER',
    );
  }
});

function answering(asked: string[], answers: readonly unknown[]): OpenChoreoClient {
  let next = 0;
  const request: OpenChoreoClient['request'] = (path, {method = 'GET', body} = {}) => {
    asked.push(`${method} ${path}${body === undefined ? '' : ` ${JSON.stringify(body)}`}`);
    return Promise.resolve(answers[next++]);
  };
  return {request} as unknown as OpenChoreoClient;
}
