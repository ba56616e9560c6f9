import assert from 'node:assert/strict';
import {afterEach, beforeEach, describe, it} from 'node:test';
import type {Change} from './change-feed.ts';
import {conditionOf} from '../testing/answer.ts';
import {describeOnDatabases} from '../testing/databases.ts';
import {sampleComponent, sampleWorkload} from '../testing/samples.ts';
import {startPlatform, type Send, type TestPlatform} from '../testing/start-platform.ts';

const ACME = '/api/v1/namespaces/acme';

describeOnDatabases('writes', (open) => {
  describe('what follows from a write', () => {
    let running: TestPlatform;
    let admin: Send;
    let changes: Change[];
    beforeEach(async () => {
      running = await startPlatform(open);
      admin = running.as('admins');
      changes = [];
      running.platform.onChange((change) => changes.push(change));
    });
    afterEach(async () => {
      assert.deepEqual(running.failures, []);
      await running.stop();
    });

    it('a component is ready once it has a workload, and not when that goes, or its type or pipeline', async () => {
      await admin('POST', `${ACME}/components`, sampleComponent('new'));
      const reasons = [await reason(admin, 'new')];
      for (const [method, path, body] of [
        ['POST', `${ACME}/workloads`, sampleWorkload('new')],
        ['DELETE', '/api/v1/clustercomponenttypes/service', undefined],
        ['DELETE', `${ACME}/deploymentpipelines/default`, undefined],
        ['POST', `${ACME}/deploymentpipelines`, {metadata: {name: 'default'}}],
        ['DELETE', `${ACME}/workloads/new`, undefined],
      ] as const) {
        await admin(method, path, body);
        reasons.push(await reason(admin, 'new'));
      }
      assert.deepEqual(reasons, [
        'WorkloadNotFound',
        'Reconciled',
        'ComponentTypeNotFound',
        'DeploymentPipelineNotFound',
        'ComponentTypeNotFound',
        'ComponentTypeNotFound',
      ]);
    });

    it('a project takes its components and workloads with it, and all are announced', async () => {
      assert.equal((await admin('DELETE', `${ACME}/projects/data-platform`)).status, 204);
      const {body: leaving} = await admin('GET', `${ACME}/projects/data-platform`);
      assert.match(leaving.metadata.deletionTimestamp ?? '', /^\d{4}-/);
      assert.equal(conditionOf(leaving, 'Finalizing')?.message, 'What is deployed of it is being removed');
      await running.platform.settle();
      const deleted = changes.filter(({action}) => action === 'deleted').map(({kind, name}) => `${kind} ${name}`);
      assert.deepEqual(deleted.filter((each) => !/^(Component|Project)Release /.test(each)).sort(), [
        'Component daily-report',
        'Component event-collector',
        'Component notebook-hub',
        'Project data-platform',
        ...['development', 'production', 'staging'].map((name) => `ProjectReleaseBinding data-platform-${name}`),
        ...['development', 'production', 'staging'].map((name) => `ReleaseBinding daily-report-${name}`),
        ...['development', 'staging'].map((name) => `ReleaseBinding event-collector-${name}`),
        'Workload daily-report',
        'Workload event-collector',
      ]);
      assert.equal((await admin('GET', `${ACME}/components/daily-report`)).status, 404);
      assert.equal((await admin('GET', `${ACME}/components/cart`)).status, 200);
    });

    it('a namespace takes everything with it, and frees the plane its environments used', async () => {
      await admin('DELETE', '/api/v1/clusterdataplanes/default');
      assert.equal((await admin('GET', '/api/v1/clusterdataplanes/default')).status, 200);
      await admin('DELETE', '/api/v1/namespaces/acme');
      const {body} = await admin('GET', '/api/v1/namespaces/acme');
      assert.deepEqual(body.status, {phase: 'Terminating'});
      await running.platform.settle();
      assert.equal((await admin('GET', '/api/v1/clusterdataplanes/default')).status, 404);
      assert.deepEqual((await admin('GET', `${ACME}/components`)).body.items, []);
      assert.deepEqual((await admin('GET', '/api/v1/namespaces')).body.items, []);
    });

    it('an environment lingers while a pipeline uses it, and goes when none does', async () => {
      const url = `${ACME}/environments/staging`;
      assert.equal((await admin('DELETE', url)).status, 204);
      const lingering = (await admin('GET', url)).body;
      assert.match(lingering.metadata.deletionTimestamp ?? '', /^\d{4}-/);
      const blocked = conditionOf(lingering, 'DeletionBlocked');
      assert.deepEqual(
        [blocked?.status, blocked?.reason, blocked?.message],
        ['True', 'InUse', "used by deployment pipeline 'default'"],
      );
      assert.equal((await admin('DELETE', url)).status, 204);
      assert.equal((await admin('GET', url)).body.metadata.deletionTimestamp, lingering.metadata.deletionTimestamp);
      const path = {sourceEnvironmentRef: {name: 'development'}, targetEnvironmentRefs: [{name: 'production'}]};
      await admin('PUT', `${ACME}/deploymentpipelines/default`, {
        metadata: {name: 'default'},
        spec: {promotionPaths: [path]},
      });
      assert.equal((await admin('GET', url)).status, 404);
    });

    it('a data plane lingers while environments use it, in turn with those', async () => {
      await admin('DELETE', `${ACME}/dataplanes/production`);
      await admin('DELETE', `${ACME}/environments/production`);
      assert.equal((await admin('GET', `${ACME}/dataplanes/production`)).status, 200);
      await admin('DELETE', `${ACME}/deploymentpipelines/default`);
      assert.equal((await admin('GET', `${ACME}/environments/production`)).status, 404);
      assert.equal((await admin('GET', `${ACME}/dataplanes/production`)).status, 404);
    });

    it('a data plane that two waiting environments share goes with the last of them', async () => {
      for (const name of ['development', 'staging']) await admin('DELETE', `${ACME}/environments/${name}`);
      await admin('DELETE', '/api/v1/clusterdataplanes/default');
      assert.equal((await admin('GET', '/api/v1/clusterdataplanes/default')).status, 200);
      await admin('DELETE', `${ACME}/deploymentpipelines/default`);
      assert.equal((await admin('GET', `${ACME}/environments/staging`)).status, 404);
      assert.equal((await admin('GET', '/api/v1/clusterdataplanes/default')).status, 404);
    });

    it('a condition keeps its time while its status stays the same', async () => {
      const before = (await admin('GET', `${ACME}/components/cart`)).body.status.conditions[0]?.lastTransitionTime;
      await admin('PUT', `${ACME}/components/cart`, sampleComponent('cart', {parameters: {port: 8081}}));
      const after = (await admin('GET', `${ACME}/components/cart`)).body.status.conditions[0];
      assert.deepEqual([after?.lastTransitionTime, after?.observedGeneration], [before, 2]);
    });

    it('a refused write changes and announces nothing', async () => {
      await admin('POST', `${ACME}/components`, sampleComponent('cart'));
      await admin('POST', `${ACME}/components`, sampleComponent('x', {owner: {projectName: 'absent'}}));
      assert.deepEqual(changes, []);
    });

    it('a listener is told after the fact, until it is undone, and may fail without harm', async () => {
      const heard: Change[] = [];
      const undo = running.platform.onChange((change) => heard.push(change));
      const fail = running.platform.onChange(() => {
        throw new Error('a faulty listener');
      });
      await admin('POST', '/api/v1/namespaces', {metadata: {name: 'heard'}});
      undo();
      fail();
      await admin('POST', '/api/v1/namespaces', {metadata: {name: 'unheard'}});
      assert.deepEqual(heard, [{kind: 'Namespace', name: 'heard', action: 'created'}]);
      assert.deepEqual(running.failures.map(String), ['Error: a faulty listener']);
      (running.failures as unknown[]).length = 0;
    });
  });

  describe('data planes', () => {
    it('show a heartbeat that is fresh when connected and old when not', async () => {
      let now = new Date('2030-01-01T12:00:00Z');
      const running = await startPlatform(open, {now: () => now});
      const admin = running.as('admins');
      now = new Date('2030-01-03T00:00:10Z');
      const [healthy, degraded] = await Promise.all([
        admin('GET', '/api/v1/clusterdataplanes/default'),
        admin('GET', `${ACME}/dataplanes/recovery`),
      ]);
      assert.equal(healthy.body.status.agentConnection?.lastHeartbeatTime, '2030-01-03T00:00:00Z');
      assert.equal(degraded.body.status.agentConnection?.lastHeartbeatTime, '2030-01-01T07:00:00Z');
      const states = [healthy, degraded].map(({body}) => [
        body.status.agentConnection?.connected,
        body.status.conditions[0]?.status,
      ]);
      assert.deepEqual(states, [
        [true, 'True'],
        [false, 'False'],
      ]);
      await running.stop();
    });
  });
});

async function reason(send: Send, name: string): Promise<string | undefined> {
  return conditionOf((await send('GET', `${ACME}/components/${name}`)).body)?.reason;
}
