import assert from 'node:assert/strict';
import {afterEach, beforeEach, it} from 'node:test';
import {isJsonObject, listAt, textAt, type JsonObject} from '../engine/json.ts';
import {conditionOf, type Shown} from '../testing/answer.ts';
import {describeOnDatabases} from '../testing/databases.ts';
import {sampleComponent, sampleWorkload} from '../testing/samples.ts';
import {startPlatform, type Send, type TestPlatform} from '../testing/start-platform.ts';

const ACME = '/api/v1/namespaces/acme';

describeOnDatabases('deployments', (open) => {
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

  async function binding(name: string): Promise<Shown> {
    return (await admin('GET', `${ACME}/releasebindings/${name}`)).body;
  }

  async function change(name: string, spec: JsonObject, annotations: Record<string, string> = {}): Promise<number> {
    const existing = await binding(name);
    const metadata = {...existing.metadata, annotations: {...existing.metadata.annotations, ...annotations}};
    const body = {...existing, metadata, spec: {...existing.spec, ...spec}};
    return (await admin('PUT', `${ACME}/releasebindings/${name}`, body)).status;
  }

  it('begin by themselves: a component that deploys automatically is live seconds after its workload is there', async () => {
    await admin('POST', `${ACME}/components`, sampleComponent('new', {autoDeploy: true}));
    await running.platform.settle();
    assert.equal((await admin('GET', `${ACME}/releasebindings/new-development`)).status, 404);
    await admin('POST', `${ACME}/workloads`, sampleWorkload('new'));
    const reasons = [];
    for (const seconds of [0, 1, 5]) {
      await pass(seconds);
      reasons.push(toReasons(await binding('new-development')));
    }
    assert.deepEqual(reasons, [
      ['ReleaseSynced', 'NoConnections', 'NoResourceDependencies', 'ResourcesProgressing', 'ResourcesProgressing'],
      ['ReleaseSynced', 'NoConnections', 'NoResourceDependencies', 'ResourcesProgressing', 'ResourcesProgressing'],
      ['ReleaseSynced', 'NoConnections', 'NoResourceDependencies', 'Ready', 'Ready'],
    ]);
    const {status} = (await admin('GET', `${ACME}/components/new`)).body;
    const latest = (status as unknown as {latestRelease: {name: string}}).latestRelease.name;
    assert.equal(textAt((await binding('new-development')).spec, 'releaseName'), latest);
    assert.equal(conditionOf((await admin('GET', `${ACME}/components/new`)).body)?.reason, 'ComponentReleaseReady');
  });

  it('follow the workload with a new release, and keep the old one', async () => {
    const before = textAt((await binding('cart-development')).spec, 'releaseName');
    const workload = (await admin('GET', `${ACME}/workloads/cart`)).body;
    const container = {...(workload.spec['container'] as JsonObject), image: 'registry.acme.example/cart:2.0.0'};
    await admin('PUT', `${ACME}/workloads/cart`, {...workload, spec: {...workload.spec, container}});
    await pass(0);
    const after = textAt((await binding('cart-development')).spec, 'releaseName');
    assert.notEqual(after, before);
    assert.equal((await admin('GET', `${ACME}/componentreleases/${before}`)).status, 200);
    assert.equal(textAt((await binding('cart-staging')).spec, 'releaseName'), before);
  });

  it('are promoted, undeployed, deployed again and restarted through their bindings', async () => {
    const podsBefore = await pods('cart-production');
    assert.equal(podsBefore.length, 2);
    assert.equal(await change('cart-production', {state: 'Undeploy'}), 200);
    await pass(0);
    const leaving = await binding('cart-production');
    assert.deepEqual(
      [conditionOf(leaving)?.reason, listAt(toStatus(leaving), 'endpoints')],
      ['ResourcesUndeployed', []],
    );
    assert.equal((await pods('cart-production')).length, 2);
    await pass(2);
    assert.deepEqual(await pods('cart-production'), []);
    await change('cart-production', {state: 'Active'});
    await pass(0);
    await pass(5);
    assert.equal(conditionOf(await binding('cart-production'))?.reason, 'Ready');
    assert.deepEqual(await pods('cart-production'), podsBefore);
    await change('cart-production', {}, {'openchoreo.dev/restartedAt': now.toISOString()});
    await pass(0);
    assert.equal(conditionOf(await binding('cart-production'))?.reason, 'ResourcesProgressing');
    await pass(5);
    const podsAfter = await pods('cart-production');
    assert.equal(podsAfter.filter((name) => podsBefore.includes(name)).length, 0);
  });

  it('say what is missing, and go on when it is there', async () => {
    const reasons: (string | undefined)[] = [];
    const note = async () => {
      for (let times = 0; times < 5; times++) await pass(10);
      reasons.push(conditionOf(await binding('wanting'))?.reason);
    };
    const owner = {projectName: 'storefront', componentName: 'cart'};
    const spec = {owner, environment: 'qa', releaseName: 'cart-wanted'};
    await admin('POST', `${ACME}/releasebindings`, {metadata: {name: 'wanting'}, spec});
    await note();
    const plane = {kind: 'DataPlane', name: 'second'};
    await admin('POST', `${ACME}/environments`, {metadata: {name: 'qa'}, spec: {dataPlaneRef: plane}});
    await note();
    await admin('POST', `${ACME}/dataplanes`, {
      metadata: {name: 'second', annotations: {'openchoreo.dev/simulated-agent': 'disconnected'}},
      spec: {},
    });
    await note();
    await admin('POST', `${ACME}/components/cart/generate-release`, {releaseName: 'cart-wanted'});
    await note();
    const message = conditionOf(await binding('wanting'))?.message;
    assert.equal(message, "Project 'storefront' is not deployed in environment 'qa'");
    await admin('POST', `${ACME}/projectreleasebindings`, {
      metadata: {name: 'storefront-qa'},
      spec: {owner: {projectName: 'storefront'}, environment: 'qa'},
    });
    await note();
    await admin('PUT', `${ACME}/dataplanes/second`, {metadata: {name: 'second'}, spec: {}});
    await note();
    assert.deepEqual(reasons, [
      'EnvironmentNotFound',
      'DataPlaneNotFound',
      'ComponentReleaseNotFound',
      'ResourceApplyFailed',
      'ResourcesProgressing',
      'Ready',
    ]);
  });

  it('wait for what they connect to, and are told when it comes and goes', async () => {
    await admin('DELETE', `${ACME}/releasebindings/ledger-development`);
    await pass(0);
    assert.equal(conditionOf(await binding('ledger-development'), 'Finalizing')?.status, 'True');
    await pass(2);
    assert.equal((await admin('GET', `${ACME}/releasebindings/ledger-development`)).status, 404);
    const waiting = await binding('checkout-api-development');
    assert.equal(conditionOf(waiting)?.reason, 'ConnectionsPending');
    const [pending] = listAt(toStatus(waiting), 'pendingConnections');
    assert.equal(textAt(pending, 'reason'), "Component 'ledger' is not deployed in environment 'development'");
    const releaseName = textAt((await binding('ledger-staging')).spec, 'releaseName');
    const spec = {owner: {projectName: 'payments', componentName: 'ledger'}, environment: 'development', releaseName};
    await admin('POST', `${ACME}/releasebindings`, {metadata: {name: 'ledger-development'}, spec});
    await pass(0);
    await pass(5);
    assert.equal(conditionOf(await binding('checkout-api-development'))?.reason, 'Ready');
  });

  it('show why an image does not run', async () => {
    const [missing, broken] = [
      await binding('event-collector-development'),
      await binding('fraud-scoring-development'),
    ];
    assert.match(conditionOf(missing)?.message ?? '', /ImagePullBackOff, image '.*:0\.23\.0-missing' was not found$/);
    assert.match(conditionOf(broken)?.message ?? '', /CrashLoopBackOff/);
    assert.deepEqual(
      [conditionOf(missing)?.reason, conditionOf(broken)?.reason],
      ['ResourcesDegraded', 'ResourcesDegraded'],
    );
    const [pod = ''] = await pods('event-collector-development');
    const {body} = await admin(
      'GET',
      `${ACME}/releasebindings/event-collector-development/k8sresources/events?version=v1&kind=Pod&name=${pod}`,
    );
    const warnings = (body as unknown as {events: readonly {type: string; reason: string}[]}).events;
    assert.deepEqual(
      warnings.filter(({type}) => type === 'Warning').map(({reason}) => reason),
      ['Failed', 'BackOff'],
    );
  });

  it('take values for one environment as the type and traits of their release allow', async () => {
    assert.equal(await change('cart-staging', {componentTypeEnvironmentConfigs: {replicas: 99}}), 422);
    assert.equal(await change('event-collector-staging', {traitEnvironmentConfigs: {}}), 422);
    assert.equal(await change('cart-staging', {componentTypeEnvironmentConfigs: {replicas: 0}}), 200);
    await pass(0);
    await pass(5);
    const suspended = await binding('cart-staging');
    assert.deepEqual(
      [conditionOf(suspended)?.status, conditionOf(suspended, 'ResourcesReady')?.reason],
      ['True', 'ReadyWithSuspendedResources'],
    );
  });

  async function pods(name: string): Promise<readonly string[]> {
    const {body} = await admin('GET', `${ACME}/releasebindings/${name}/k8sresources/tree`);
    const nodes = body.renderedReleases[0]?.nodes ?? [];
    return nodes.filter(({kind}) => kind === 'Pod').map((node) => node.name);
  }
});

function toStatus({status}: Shown): JsonObject {
  return isJsonObject(status) ? status : {};
}

function toReasons({status}: Shown): readonly string[] {
  return status.conditions.map(({reason}) => reason);
}
