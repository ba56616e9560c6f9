import assert from 'node:assert/strict';
import {after, before, it} from 'node:test';
import type {JsonObject} from './json.ts';
import {conditionOf} from '../testing/answer.ts';
import {describeOnDatabases} from '../testing/databases.ts';
import {SAMPLES, sampleComponent, sampleWorkload} from '../testing/samples.ts';
import {startPlatform, type Send, type TestPlatform} from '../testing/start-platform.ts';

const ACME = '/api/v1/namespaces/acme';

describeOnDatabases('objects', (open) => {
  let running: TestPlatform;
  let admin: Send;
  before(async () => {
    running = await startPlatform(open);
    admin = running.as('admins');
  });
  after(() => running.stop());

  it('are replaced by PUT: spec, labels and annotations wholesale, but not what the server keeps', async () => {
    const first = sampleComponent('put', {parameters: {port: 9000}, autoDeploy: true});
    const metadata = {name: 'put', labels: {a: '1'}, annotations: {'openchoreo.dev/display-name': 'Put', note: 'x'}};
    const created = (await admin('POST', `${ACME}/components`, {...first, metadata})).body;
    const status = {conditions: [{type: 'Forged'}]};
    const next = {...sampleComponent('put'), metadata: {name: 'put', labels: {b: '2'}, uid: 'forged'}, status};
    const updated = (await admin('PUT', `${ACME}/components/put`, next)).body;
    assert.deepEqual(updated, (await admin('GET', `${ACME}/components/put`)).body);
    assert.deepEqual(updated.metadata, {
      name: 'put',
      namespace: 'acme',
      uid: created.metadata.uid,
      labels: {b: '2', 'openchoreo.dev/project': 'storefront'},
      creationTimestamp: created.metadata.creationTimestamp,
    });
    const componentType = {kind: 'ClusterComponentType', name: 'deployment/service'};
    assert.deepEqual(updated.spec, {owner: {projectName: 'storefront'}, componentType, autoDeploy: false});
    assert.deepEqual(
      updated.status.conditions.map(({type}) => type),
      ['Ready'],
    );
    assert.equal(conditionOf(updated)?.observedGeneration, 2);
  });

  it('keep what is immutable', async () => {
    const moved = await admin(
      'PUT',
      `${ACME}/components/cart`,
      sampleComponent('cart', {owner: {projectName: 'payments'}}),
    );
    assert.equal(moved.status, 422);
    assert.deepEqual(moved.body.details, [{field: 'spec.owner', message: 'is immutable'}]);
    const retyped = sampleComponent('cart', {componentType: {kind: 'ClusterComponentType', name: 'deployment/worker'}});
    assert.equal((await admin('PUT', `${ACME}/components/cart`, retyped)).status, 422);
    const type = structuredClone(SAMPLES['componenttypes']) as {spec: {workloadType: string}};
    await admin('POST', `${ACME}/componenttypes`, type);
    type.spec.workloadType = 'job';
    assert.equal((await admin('PUT', `${ACME}/componenttypes/sample`, type)).status, 422);
    const project = {metadata: {name: 'storefront'}, spec: {type: {kind: 'ProjectType', name: 'other'}}};
    assert.equal((await admin('PUT', `${ACME}/projects/storefront`, project)).status, 422);
  });

  it('get the defaults of their kind', async () => {
    const {body} = await admin('POST', `${ACME}/projects`, {metadata: {name: 'defaults'}});
    assert.deepEqual(body.spec, {
      deploymentPipelineRef: {kind: 'DeploymentPipeline', name: 'default'},
      type: {kind: 'ClusterProjectType', name: 'default'},
    });
  });

  it('need what they refer to as their parents', async () => {
    const orphan = await admin(
      'POST',
      `${ACME}/components`,
      sampleComponent('orphan', {owner: {projectName: 'absent'}}),
    );
    assert.deepEqual([orphan.status, orphan.body.error], [400, 'Referenced project not found']);
    assert.equal((await admin('POST', `${ACME}/workloads`, sampleWorkload('absent'))).status, 400);
    assert.equal((await admin('POST', '/api/v1/namespaces/absent/projects', {metadata: {name: 'a'}})).status, 400);
    const elsewhere = {metadata: {name: 'a', namespace: 'other'}};
    assert.equal((await admin('POST', `${ACME}/projects`, elsewhere)).status, 400);
    const foreign = {...sampleWorkload('cart'), spec: {owner: {projectName: 'payments', componentName: 'cart'}}};
    assert.equal((await admin('POST', `${ACME}/workloads`, {...foreign, metadata: {name: 'foreign'}})).status, 422);
  });

  it('are not made by PUT and not found once deleted', async () => {
    assert.equal((await admin('PUT', `${ACME}/components/absent`, sampleComponent('absent'))).status, 404);
    assert.equal((await admin('DELETE', `${ACME}/components/absent`)).status, 404);
  });

  it('have parameters their type allows', async () => {
    const type = {kind: 'ClusterComponentType', name: 'cronjob/scheduled-task'};
    const create = (parameters: JsonObject) =>
      admin('POST', `${ACME}/components`, sampleComponent('task', {componentType: type, parameters}));
    const missing = await create({concurrencyPolicy: 'Sometimes', extra: 1});
    assert.equal(missing.status, 422);
    assert.deepEqual(missing.body.details.map(({field}) => field).sort(), [
      'spec.parameters',
      'spec.parameters.concurrencyPolicy',
      'spec.parameters.schedule',
    ]);
    const created = await create({schedule: '0 1 * * *'});
    assert.equal(created.status, 201);
    assert.deepEqual(created.body.spec['parameters'], {schedule: '0 1 * * *'});
  });

  it('whose schema is none are refused, not stored', async () => {
    const faulty = ['{"type":"nonsense"}', '{"$ref":"https://example.org/schema.json"}', '{"pattern":"("}'];
    for (const schema of faulty) {
      const body = structuredClone(SAMPLES['componenttypes']) as {metadata: {name: string}; spec: {parameters: object}};
      body.metadata.name = 'faulty';
      body.spec.parameters = {openAPIV3Schema: JSON.parse(schema) as object};
      const answer = await admin('POST', `${ACME}/componenttypes`, body);
      assert.deepEqual(
        [answer.status, answer.body.details[0]?.field],
        [422, 'spec.parameters.openAPIV3Schema'],
        schema,
      );
    }
  });

  it('of one name are created once, however many try', async () => {
    const body = sampleComponent('wanted');
    const answers = await Promise.all(Array.from({length: 40}, () => admin('POST', `${ACME}/components`, body)));
    const statuses = answers.map(({status}) => status).sort();
    assert.deepEqual(statuses, [201, ...Array.from({length: 39}, () => 409)]);
  });

  it('change one after another, however many change them', async () => {
    await admin('POST', `${ACME}/components`, sampleComponent('busy'));
    const puts = Array.from({length: 20}, (_, index) =>
      admin('PUT', `${ACME}/components/busy`, sampleComponent('busy', {parameters: {port: 8000 + index}})),
    );
    const work = [...puts, admin('POST', `${ACME}/workloads`, sampleWorkload('busy'))];
    assert.deepEqual([...new Set((await Promise.all(work)).map(({status}) => status))].sort(), [200, 201]);
    const {body} = await admin('GET', `${ACME}/components/busy`);
    assert.equal(conditionOf(body)?.observedGeneration, 21);
    assert.equal(conditionOf(body)?.reason, 'Reconciled');
  });

  it('of namespaces change their names for people and nothing else', async () => {
    const metadata = {
      name: 'acme',
      labels: {x: 'y'},
      annotations: {'openchoreo.dev/display-name': 'Acme Ltd', other: 'z'},
    };
    const {body} = await admin('PUT', '/api/v1/namespaces/acme', {metadata});
    assert.deepEqual(body.metadata.labels, {'openchoreo.dev/control-plane': 'true'});
    assert.deepEqual(body.metadata.annotations, {'openchoreo.dev/display-name': 'Acme Ltd'});
  });

  it('have caused no failure of ours', () => assert.deepEqual(running.failures, []));
});
