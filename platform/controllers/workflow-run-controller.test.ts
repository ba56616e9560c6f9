import assert from 'node:assert/strict';
import {afterEach, beforeEach, it} from 'node:test';
import {isJsonObject, listAt, textAt, type JsonObject} from '../engine/json.ts';
import {conditionOf, type Answer} from '../testing/answer.ts';
import {describeOnDatabases} from '../testing/databases.ts';
import {sampleComponent} from '../testing/samples.ts';
import {startPlatform, type Send, type TestPlatform} from '../testing/start-platform.ts';

const ACME = '/api/v1/namespaces/acme';

describeOnDatabases('runs', (open) => {
  let running: TestPlatform;
  let admin: Send;
  let now: Date;
  beforeEach(async () => {
    now = new Date('2030-01-01T12:00:00Z');
    running = await startPlatform(open, {now: () => now, controllers: {pace: 1, byThemselves: false}});
    admin = running.as('admins');
  });
  afterEach(async () => {
    assert.deepEqual(running.failures, []);
    await running.stop();
  });

  async function pass(seconds: number): Promise<void> {
    now = new Date(now.getTime() + seconds * 1000);
    await running.platform.settle();
  }

  async function build(name: string, revision: JsonObject, ttl?: string): Promise<Answer> {
    const parameters = {repository: {url: 'https://git.acme.example/storefront/new', revision}};
    return admin('POST', `${ACME}/workflowruns`, {
      metadata: {name, labels: {'openchoreo.dev/project': 'storefront', 'openchoreo.dev/component': 'new'}},
      spec: {workflow: {kind: 'ClusterWorkflow', name: 'docker', parameters}, ...(ttl && {ttlAfterCompletion: ttl})},
    });
  }

  async function phases(name: string): Promise<readonly string[]> {
    const {body} = await admin('GET', `${ACME}/workflowruns/${name}/status`);
    const status = body as unknown as JsonObject;
    return [textAt(status, 'status') ?? '', ...listAt(status, 'steps').map((step) => textAt(step, 'phase') ?? '')];
  }

  async function createComponent(spec: JsonObject = {}): Promise<void> {
    const repository = {url: 'https://git.acme.example/storefront/new'};
    const workflow = {kind: 'ClusterWorkflow', name: 'docker', parameters: {repository}};
    const parameters = {port: 9000, exposed: true};
    await admin(
      'POST',
      `${ACME}/components`,
      sampleComponent('new', {autoDeploy: true, parameters, workflow, ...spec}),
    );
    await pass(0);
  }

  it('go from source to a running component, one task after another', async () => {
    await createComponent();
    assert.equal((await build('new-1', {commit: '0123456789abcdef'})).status, 201);
    const seen = [];
    for (const seconds of [0, 2, 2, 6, 3, 2]) {
      await pass(seconds);
      seen.push((await phases('new-1')).map((phase) => phase.slice(0, 1)).join(''));
    }
    assert.deepEqual(seen, ['PPPPP', 'RRPPP', 'RSRPP', 'RSSRP', 'RSSSR', 'SSSSS']);
    const workload = (await admin('GET', `${ACME}/workloads/new`)).body;
    assert.equal(textAt(workload.spec, 'container', 'image'), 'registry.acme.example/storefront/new:20300101-01234567');
    await pass(0);
    await pass(5);
    const binding = (await admin('GET', `${ACME}/releasebindings/new-development`)).body;
    assert.equal(conditionOf(binding)?.reason, 'Ready');
    const [endpoint] = listAt(isJsonObject(binding.status) ? binding.status : {}, 'endpoints');
    assert.equal(textAt(endpoint, 'invokeURL'), 'http://development-acme.dev.acme.example/new-http');
  });

  it('say what failed, skip what comes after, and leave the workload alone', async () => {
    await createComponent();
    await build('new-1', {branch: 'broken-build'});
    for (const seconds of [0, 5, 10, 10]) await pass(seconds);
    assert.deepEqual(await phases('new-1'), ['Failed', 'Succeeded', 'Failed', 'Skipped', 'Skipped']);
    const {body} = await admin('GET', `${ACME}/workflowruns/new-1/logs?task=build-image`);
    const lines = body as unknown as readonly {log: string}[];
    assert.match(lines.at(-1)?.log ?? '', /^error: compilation failed on branch 'broken-build'/);
    assert.equal((await admin('GET', `${ACME}/workloads/new`)).status, 404);
  });

  it('are refused where they do not belong', async () => {
    await createComponent({workflow: undefined});
    await build('new-1', {});
    await pass(0);
    assert.deepEqual(await phases('new-1'), ['Failed']);
    const run = (await admin('GET', `${ACME}/workflowruns/new-1`)).body;
    assert.equal(conditionOf(run, 'WorkflowFailed')?.reason, 'ComponentValidationFailed');
    const spec = {workflow: {kind: 'ClusterWorkflow', name: 'absent'}};
    assert.equal((await admin('POST', `${ACME}/workflowruns`, {metadata: {name: 'x'}, spec})).status, 404);
    const misfit = {workflow: {kind: 'ClusterWorkflow', name: 'docker', parameters: {}}};
    assert.equal((await admin('POST', `${ACME}/workflowruns`, {metadata: {name: 'x'}, spec: misfit})).status, 422);
  });

  it('wait for the agent of their plane, and are removed when their time is over', async () => {
    await createComponent();
    const plane = (await admin('GET', '/api/v1/clusterworkflowplanes/default')).body;
    const cut = {
      ...plane,
      metadata: {...plane.metadata, annotations: {'openchoreo.dev/simulated-agent': 'disconnected'}},
    };
    await admin('PUT', '/api/v1/clusterworkflowplanes/default', cut);
    await build('new-1', {}, '1h');
    await pass(30);
    assert.deepEqual(await phases('new-1'), ['Pending']);
    await admin('PUT', '/api/v1/clusterworkflowplanes/default', plane);
    for (let times = 0; times < 12; times++) await pass(5);
    assert.equal((await phases('new-1'))[0], 'Succeeded');
    await pass(3700);
    assert.equal((await admin('GET', `${ACME}/workflowruns/new-1`)).status, 404);
  });

  it('belong to whoever holds their component, and allow by workflow where a role says so', async () => {
    await createComponent();
    const condition = {actions: ['workflowrun:create'], expression: 'resource.workflow == "database-backup"'};
    await admin('POST', `${ACME}/authzrolebindings`, {
      metadata: {name: 'backups'},
      spec: {
        entitlement: {claim: 'groups', value: 'keepers'},
        roleMappings: [{roleRef: {kind: 'ClusterAuthzRole', name: 'developer'}, conditions: [condition]}],
      },
    });
    const keeper = running.as('keepers');
    const spec = (name: string, parameters: JsonObject) => ({workflow: {kind: 'ClusterWorkflow', name, parameters}});
    const statuses = [];
    for (const [name, parameters] of [
      ['database-backup', {database: 'ledger'}],
      ['docker', {repository: {url: 'https://git.acme.example/x'}}],
    ] as const) {
      const body = {metadata: {name: `of-${name}`}, spec: spec(name, parameters)};
      statuses.push((await keeper('POST', `${ACME}/workflowruns`, body)).status);
    }
    assert.deepEqual(statuses, [201, 403]);
  });
});
