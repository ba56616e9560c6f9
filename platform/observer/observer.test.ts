import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {describeOnDatabases} from '../testing/databases.ts';
import {startPlatform, type Send, type TestPlatform} from '../testing/start-platform.ts';

const QUERY = '/api/v1/logs/query';
const CART = {namespace: 'acme', project: 'storefront', component: 'cart'};
const HOUR = 3_600_000;

interface Entry {
  readonly timestamp: string;
  readonly log: string;
  readonly level?: string;
  readonly metadata?: Readonly<Record<string, string>>;
}

interface Logs {
  readonly status: number;
  readonly logs: readonly Entry[];
  readonly total: number;
  readonly title?: string;
  readonly message?: string;
}

describeOnDatabases('the observer', (open) => {
  let running: TestPlatform;
  let admin: Send;
  let now = new Date('2030-05-06T12:00:00Z');
  before(async () => {
    running = await startPlatform(open, {now: () => now});
    admin = running.as('admins');
  });
  after(async () => {
    assert.deepEqual(running.failures, []);
    await running.stop();
  });

  const iso = (hoursAgo: number): string => new Date(now.getTime() - hoursAgo * HOUR).toISOString();
  async function query(change: object, group = 'developers'): Promise<Logs> {
    const request = {startTime: iso(24), endTime: iso(0), searchScope: {namespace: 'acme'}, ...change};
    const {status, body} = await running.observeAs(group)('POST', QUERY, request);
    return {...(body as unknown as Logs), status};
  }

  it('tells what the components of a scope wrote, the newest first, and whose each line is', async () => {
    const {status, logs, total} = await query({searchScope: {...CART, environment: 'production'}, limit: 1000});
    assert.equal(status, 200);
    assert.ok(logs.length > 500 && total === logs.length);
    const [first] = logs;
    const {componentName, projectName, environmentName, podName = ''} = first?.metadata ?? {};
    assert.deepEqual([componentName, projectName, environmentName], ['cart', 'storefront', 'production']);
    const times = logs.map(({timestamp}) => Date.parse(timestamp));
    assert.deepEqual(
      times,
      times.toSorted((a, b) => b - a),
    );
    const tree = await admin('GET', '/api/v1/namespaces/acme/releasebindings/cart-production/k8sresources/tree');
    const pods = tree.body.renderedReleases[0]?.nodes.filter(({kind}) => kind === 'Pod').map(({name}) => name);
    assert.ok(pods?.includes(podName), `${podName} is one of ${pods?.join(', ')}`);
  });

  it('tells the same of the same time, whenever and in whatever pieces it is asked', async () => {
    const whole = await query({searchScope: CART, startTime: iso(3), endTime: iso(1), limit: 1000});
    const pieces: Entry[] = [];
    let endTime = iso(1);
    for (;;) {
      const {logs} = await query({searchScope: CART, startTime: iso(3), endTime, limit: 100});
      const more = logs.filter((line) => !pieces.some((one) => JSON.stringify(one) === JSON.stringify(line)));
      if (more.length === 0) break;
      pieces.push(...more);
      endTime = more.at(-1)?.timestamp ?? '';
    }
    assert.deepEqual(pieces, whole.logs);
    const upwards = await query({searchScope: CART, startTime: iso(3), endTime: iso(1), limit: 1000, sortOrder: 'asc'});
    assert.deepEqual(upwards.logs.toReversed(), whole.logs);
  });

  it('finds by level and by text, without regard to case', async () => {
    const {logs} = await query({logLevels: ['WARN', 'ERROR'], limit: 300});
    assert.deepEqual([...new Set(logs.map(({level}) => level))].sort(), ['ERROR', 'WARN']);
    const found = await query({searchPhrase: 'MESSAGE', limit: 50});
    assert.ok(found.logs.length > 0 && found.logs.every(({log}) => log.includes('message')));
    assert.deepEqual((await query({searchPhrase: 'no (such] line.*'})).logs, []);
  });

  it('tells how a container fails that crashes, and nothing of one that never started', async () => {
    const scope = {namespace: 'acme', environment: 'development'};
    const crashing = await query({searchScope: {...scope, project: 'payments', component: 'fraud-scoring'}, limit: 3});
    assert.deepEqual(
      crashing.logs.map(({log, level}) => `${level} ${log}`),
      [
        'ERROR exit code 1',
        'ERROR fatal: configuration is incomplete, nothing can be served',
        'INFO starting fraud-scoring 1.3.0-broken',
      ],
    );
    const events = {...scope, project: 'data-platform', component: 'event-collector'};
    assert.deepEqual((await query({searchScope: events, startTime: iso(1)})).logs, []);
  });

  it('tells of scheduled tasks when they ran', async () => {
    const searchScope = {namespace: 'acme', project: 'payments', component: 'settlement', environment: 'production'};
    const {logs} = await query({searchScope, sortOrder: 'asc'});
    assert.match(logs[0]?.timestamp ?? '', /^2030-05-06T02:15:/);
    assert.match(logs[0]?.log ?? '', /^starting settlement/);
    assert.match(logs.at(-1)?.log ?? '', /^done in/);
  });

  it('remembers what ran before, and ends with what is undeployed', async () => {
    const path = '/api/v1/namespaces/acme/releasebindings/catalog-staging';
    const searchScope = {namespace: 'acme', project: 'storefront', component: 'catalog', environment: 'staging'};
    const before = await query({searchScope, limit: 1000, startTime: iso(2)});
    const {body} = await admin('GET', path);
    now = new Date(now.getTime() + HOUR);
    await admin('PUT', path, {
      ...body,
      metadata: {...body.metadata, annotations: {'openchoreo.dev/restartedAt': 'now'}},
    });
    await running.platform.settle();
    now = new Date(now.getTime() + HOUR);
    const restarted = await query({searchScope, limit: 1000, startTime: iso(4)});
    assert.equal(new Set(restarted.logs.map(({metadata}) => metadata?.['podName'])).size, 2);
    assert.ok(restarted.logs.some(({log}) => log.startsWith('starting catalog')));
    assert.deepEqual(restarted.logs.slice(-before.logs.length), before.logs);
    await admin('PUT', path, {...body, spec: {...body.spec, state: 'Undeploy'}});
    await running.platform.settle();
    now = new Date(now.getTime() + HOUR);
    const [last] = (await query({searchScope})).logs;
    assert.equal(last?.log, 'stopped');
  });

  it('tells what a workflow run wrote', async () => {
    const {body} = await admin('GET', '/api/v1/namespaces/acme/workflowruns?limit=1');
    const workflowRunName = body.items[0]?.metadata.name;
    const request = {startTime: iso(24 * 365), searchScope: {namespace: 'acme', workflowRunName}};
    const {logs} = await query(request);
    assert.ok(logs.length > 0 && logs.every((line) => line.level === undefined));
    const absent = await query({...request, searchScope: {namespace: 'acme', workflowRunName: 'absent'}});
    assert.deepEqual([absent.status, absent.logs], [200, []]);
  });

  describe('asked by people', () => {
    it('refuses whoever may not view logs there, in its own shape', async () => {
      const {status, title, message} = await query({searchScope: {...CART, environment: 'staging'}}, 'viewers');
      assert.deepEqual([status, title], [403, 'forbidden']);
      assert.equal(
        message,
        'Subject <viewers> has no permission to view logs of Namespace acme, Project storefront, Component cart in Environment staging',
      );
      const response = await running.platform.fetchObserver(
        new Request(`http://observer.test${QUERY}`, {method: 'POST'}),
      );
      assert.deepEqual(
        [response.status, await response.json()],
        [401, {title: 'unauthorized', errorCode: '', message: 'Authorization header is required'}],
      );
    });

    it('shows only what each may see of a scope: a condition on the environment, a denial of one project', async () => {
      await bind('staging-only', {
        effect: 'allow',
        condition: {actions: ['logs:view'], expression: 'resource.environment == "acme/staging"'},
      });
      await bind('all-logs', {effect: 'allow'});
      await bind('all-logs', {effect: 'deny', scope: {namespace: 'acme', project: 'payments'}});
      assert.equal((await query({}, 'staging-only')).status, 403);
      assert.equal(
        (await query({searchScope: {namespace: 'acme', environment: 'staging'}}, 'staging-only')).status,
        200,
      );
      const {logs} = await query({limit: 1000}, 'all-logs');
      const projects = new Set(logs.map(({metadata}) => metadata?.['projectName']));
      assert.deepEqual([...projects].sort(), ['data-platform', 'storefront']);
    });

    async function bind(
      group: string,
      {effect, scope, condition}: {effect: string; scope?: object; condition?: object},
    ): Promise<void> {
      const role = {metadata: {name: 'log-reader'}, spec: {actions: ['logs:view']}};
      await admin('POST', '/api/v1/clusterauthzroles', role);
      const roleRef = {kind: 'ClusterAuthzRole', name: 'log-reader'};
      const mapping = {roleRef, ...(scope && {scope}), ...(condition && {conditions: [condition]})};
      const {status} = await admin('POST', '/api/v1/clusterauthzrolebindings', {
        metadata: {name: `${group}-${effect}`},
        spec: {entitlement: {claim: 'groups', value: group}, roleMappings: [mapping], effect},
      });
      assert.equal(status, 201);
    }
  });

  it('refuses bad requests, each with what is wrong', async () => {
    const answers: unknown[] = [];
    for (const change of [
      {startTime: 'yesterday'},
      {startTime: iso(0), endTime: iso(1)},
      {limit: 0},
      {limit: 1001},
      {sortOrder: 'random'},
      {logLevels: ['FATAL']},
      {searchScope: {}},
      {searchScope: {namespace: 'acme', component: 'cart'}},
      {searchScope: {namespace: 'acme', project: '../x'}},
      {searchScope: undefined},
    ]) {
      const {status, title, message} = await query(change);
      answers.push([status, title, typeof message]);
    }
    assert.deepEqual(answers, Array(10).fill([400, 'badRequest', 'string']));
    const observer = running.observeAs('developers');
    assert.equal((await observer('POST', QUERY, '{')).status, 400);
    assert.equal((await observer('GET', '/api/v1/nothing')).status, 404);
    assert.equal((await observer('POST', '/api/v1/events/query', {})).status, 501);
    assert.equal((await observer('GET', '/health')).status, 200);
  });

  it('has nothing of the future, nor of more than thirty days ago', async () => {
    assert.deepEqual((await query({startTime: iso(-1), endTime: iso(-2)})).logs, []);
    assert.deepEqual((await query({startTime: iso(24 * 60), endTime: iso(24 * 31)})).logs, []);
  });

  it('searches a day of a namespace within 50 ms of computing', async () => {
    const times: number[] = [];
    for (let count = 0; count < 7; count++) {
      const begun = process.cpuUsage();
      await query({searchPhrase: 'nothing has this text'});
      const {user, system} = process.cpuUsage(begun);
      times.push((user + system) / 1000);
    }
    const best = Math.min(...times);
    assert.ok(best < 50, `the best of seven took ${best.toFixed(1)} ms`);
  });
});
