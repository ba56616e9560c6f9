import assert from 'node:assert/strict';
import {test} from 'node:test';
import {logsQuery, PortalError, queryLogs, type ObserverClient} from '@openchoreo/portal-contract';

const FILTER = {scope: {namespace: 'acme'}, from: '2030-01-01T00:00:00Z', to: '2030-01-02T00:00:00Z'};

function answering(answer: unknown): {client: ObserverClient; asked: unknown[]} {
  const asked: unknown[] = [];
  const client: ObserverClient = {
    request(path, init) {
      asked.push([path, init?.method, init?.body, init?.reads]);
      return Promise.resolve(answer);
    },
  };
  return {client, asked};
}

test('asks in the words of the observer, and for no more than is wanted', async () => {
  const {client, asked} = answering({logs: [], total: 0});
  await queryLogs(client, FILTER);
  await queryLogs(client, {...FILTER, levels: ['WARN'], text: 'slow', order: 'oldest-first', limit: 7});
  const [startTime, endTime, searchScope] = [FILTER.from, FILTER.to, FILTER.scope];
  const path = '/api/v1/logs/query';
  assert.deepEqual(asked, [
    [path, 'POST', {startTime, endTime, limit: 100, sortOrder: 'desc', searchScope}, true],
    [
      path,
      'POST',
      {startTime, endTime, limit: 7, sortOrder: 'asc', searchScope, logLevels: ['WARN'], searchPhrase: 'slow'},
      true,
    ],
  ]);
});

test('reads lines as the observer writes them, whatever their level is called', async () => {
  const metadata = {
    componentName: 'cart',
    projectName: 'shop',
    environmentName: 'dev',
    podName: 'p',
    containerName: 'c',
  };
  const timestamp = '2030-01-01T10:00:00.123Z';
  const levels = ['warning', 'INFO', 'trace', 'critical', 'notice', ''];
  const logs = [...levels.map((level) => ({timestamp, log: 'x', level, metadata})), {timestamp, log: 'bare'}];
  const {lines, total} = await queryLogs(answering({logs, tookMs: 3}).client, FILTER);
  assert.deepEqual(
    lines.map(({level}) => level),
    ['WARN', 'INFO', 'DEBUG', 'ERROR', undefined, undefined, undefined],
  );
  assert.deepEqual(lines[0], {
    ...{timestamp, text: 'x', level: 'WARN'},
    ...{project: 'shop', component: 'cart', environment: 'dev', pod: 'p', container: 'c'},
  });
  assert.deepEqual(lines.at(-1), {timestamp, text: 'bare'});
  assert.equal(total, 7);
});

test('refuses an answer that is none', async () => {
  for (const answer of [undefined, {}, {logs: [{log: 'x'}]}, {logs: [{timestamp: 'soon', log: 'x'}]}, {logs: 'none'}]) {
    await assert.rejects(
      () => queryLogs(answering(answer).client, FILTER),
      (error) => error instanceof PortalError && error.code === 'API_INVALID_ANSWER',
    );
  }
});

test('keeps the same question under the same key, whoever asks', () => {
  const {client} = answering({});
  const {queryKey} = logsQuery(client, FILTER);
  assert.deepEqual(queryKey, ['observer', 'logs', {namespace: 'acme'}, {from: FILTER.from, to: FILTER.to}]);
  assert.deepEqual(logsQuery(answering({}).client, {...FILTER}).queryKey, queryKey);
});
