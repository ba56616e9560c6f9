import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, it} from 'node:test';
import {ACTIONS} from './authorization/actions.ts';
import type {ResourceKind} from './engine/kind.ts';
import {KINDS} from './kinds/kinds.ts';
import {describeOnDatabases} from './testing/databases.ts';
import {SAMPLES} from './testing/samples.ts';
import {startPlatform, type Send, type TestPlatform} from './testing/start-platform.ts';
import {loadTrueSpecification} from './testing/true-specification.ts';

const folder = process.env['OPENCHOREO_SPEC_DIR'];
const skip = folder ? false : 'OPENCHOREO_SPEC_DIR is not set';

it('the action table is the platform’s own, with the same scopes and attributes', {skip}, () => {
  const truth = JSON.parse(readFileSync(join(folder ?? '', 'authz-actions.json'), 'utf8')) as unknown;
  const own = [...ACTIONS.values()].map(({name, lowestScope, attributes}) => ({
    name,
    lowestScope,
    ...(attributes.length > 0 && {conditions: attributes.map((attribute) => `resource.${attribute}`)}),
  }));
  assert.deepEqual(own, truth);
});

// Only here does a run without the file skip; every other test compares its answers with the file when it is there.
if (folder) {
  describeOnDatabases('every operation of every kind answers as the true file says', (open) => {
    let running: TestPlatform;
    before(async () => {
      running = await startPlatform(open);
    });
    after(() => running.stop());

    for (const kind of KINDS.values()) {
      it(`${kind.plural}: list, create, get, update, delete, and their refusals`, async () => {
        await exercise(kind, running);
      });
    }

    it('components and types show their schemas', async () => {
      const admin = running.as('admins');
      const shown = ['clustercomponenttypes/service', 'namespaces/acme/components/cart', 'clustertraits/autoscaler'];
      const others = ['clusterworkflows/docker', 'clusterprojecttypes/default'];
      const paths = [...shown, ...others].map((path) => `${path}/schema`);
      for (const path of paths) assert.equal((await admin('GET', `/api/v1/${path}`)).status, 200);
      await admin('POST', '/api/v1/namespaces/acme/componenttypes', SAMPLES['componenttypes']);
      const schema = await admin('GET', '/api/v1/namespaces/acme/componenttypes/sample/schema');
      assert.deepEqual(schema.body.required, ['size']);
      for (const plural of ['traits', 'workflows', 'projecttypes']) {
        await admin('POST', `/api/v1/namespaces/acme/${plural}`, SAMPLES[plural]);
        assert.equal((await admin('GET', `/api/v1/namespaces/acme/${plural}/sample/schema`)).status, 200);
      }
    });

    it('deployments and runs show what is behind them', async () => {
      const admin = running.as('admins');
      const binding = '/api/v1/namespaces/acme/releasebindings/cart-development/k8sresources';
      const {body: tree} = await admin('GET', `${binding}/tree`);
      const nodes = tree.renderedReleases[0]?.nodes ?? [];
      assert.deepEqual([...new Set(nodes.map(({kind}) => kind))], ['Deployment', 'ReplicaSet', 'Pod', 'Service']);
      const pod = nodes.find(({kind}) => kind === 'Pod')?.name ?? '';
      const paths = [
        `${binding}/events?version=v1&kind=Pod&name=${pod}`,
        `${binding}/events?version=v1&kind=Pod`,
        `${binding}/events?version=v1&kind=Pod&name=absent`,
        `${binding}/logs?podName=${pod}&sinceSeconds=600`,
        `${binding}/logs?podName=${pod}&sinceSeconds=soon`,
        `${binding}/logs?podName=absent`,
        ...['status', 'logs', 'events', 'logs?task=build-image', 'logs?task=absent', 'logs?sinceSeconds=x'].map(
          (view) => `/api/v1/namespaces/acme/workflowruns/catalog-a3c65c2/${view}`,
        ),
      ];
      const statuses = [];
      for (const path of paths) statuses.push((await admin('GET', path)).status);
      assert.deepEqual(statuses, [200, 400, 404, 200, 400, 404, 200, 200, 200, 200, 404, 400]);
    });

    it('a component is frozen into a release', async () => {
      const admin = running.as('admins');
      const path = '/api/v1/namespaces/acme/components/cart/generate-release';
      const statuses = [];
      for (const body of [
        {releaseName: 'cart-frozen'},
        {releaseName: 'cart-frozen'},
        {releaseName: 'Not A Name'},
        {},
      ]) {
        statuses.push((await admin('POST', path, body)).status);
      }
      statuses.push((await admin('POST', path, '[]')).status);
      statuses.push((await running.as('nobody')('POST', path, {})).status);
      statuses.push((await admin('POST', '/api/v1/namespaces/acme/components/absent/generate-release', {})).status);
      assert.deepEqual(statuses, [201, 422, 422, 201, 400, 403, 404]);
    });

    it('what needs no kind answers too', async () => {
      const admin = running.as('admins');
      for (const path of ['/health', '/ready', '/version', '/.well-known/oauth-protected-resource']) {
        assert.equal((await admin('GET', path)).status, 200);
      }
      for (const path of [
        '/api/v1/authz/actions',
        '/api/v1/authz/profile?namespace=acme',
        '/api/v1/authn/subject-types',
      ]) {
        assert.equal((await admin('GET', path)).status, 200);
      }
      const request = [{resource: {type: 'component', hierarchy: {namespace: 'acme'}}, action: 'component:view'}];
      assert.equal((await admin('POST', '/api/v1/authz/evaluates', request)).status, 200);
    });

    it('covers every operation of the kinds that are served, and reports no failure of ours', () => {
      const served = (loadTrueSpecification()?.operations ?? []).filter(isServed);
      assert.deepEqual(
        served.filter((operation) => !running.checked.has(operation)),
        [],
      );
      assert.deepEqual(running.failures, []);
    });
  });
} else {
  it('every operation of every kind answers as the true file says', {skip});
}

async function exercise(kind: ResourceKind, running: TestPlatform): Promise<void> {
  const {plural} = kind;
  const list = kind.scope === 'cluster' ? `/api/v1/${plural}` : `/api/v1/namespaces/acme/${plural}`;
  const admin = running.as('admins');
  if (plural === 'workloads') await admin('POST', '/api/v1/namespaces/acme/components', SAMPLES['components']);
  const sample = SAMPLES[plural];
  const statuses = [
    await ask(admin, 'GET', `${list}?limit=3`),
    await ask(admin, 'GET', `${list}?cursor=nonsense`),
    await ask(admin, 'POST', list, sample),
    await ask(admin, 'POST', list, sample),
    await ask(admin, 'POST', list, {metadata: {name: 'Not A Name'}, spec: sample?.['spec']}),
    await ask(admin, 'POST', list, '{'),
    await ask(admin, 'GET', `${list}/sample`),
    await ask(admin, 'PUT', `${list}/sample`, sample),
    await ask(admin, 'PUT', `${list}/sample`, {metadata: {name: 'other'}, spec: sample?.['spec']}),
    await ask(running.as('nobody'), 'GET', `${list}/sample`),
    await ask(running.as('nobody'), 'POST', list, sample),
    await ask(admin, 'DELETE', `${list}/sample`),
    await ask(admin, 'GET', `${list}/sample`),
  ];
  const [taken, invalid] = [kind.refusals?.taken ? 400 : 409, kind.refusals?.invalid ? 400 : 422];
  const [put, misnamed] = kind.frozen ? [405, 405] : [200, 400];
  assert.deepEqual(statuses, [200, 400, 201, taken, invalid, 400, 200, put, misnamed, 403, 403, 204, 404]);
}

async function ask(send: Send, method: string, path: string, body?: unknown): Promise<number> {
  return (await send(method, path, body)).status;
}

function isServed(operation: string): boolean {
  const [, path = ''] = operation.split(' ');
  if (path === '/openapi.json') return false;
  if (!path.startsWith('/api/')) return true;
  if (path.startsWith('/api/v1alpha1/')) return false;
  if (path.startsWith('/api/v1/auth')) return true;
  const [first, , plural = first] = path.replace('/api/v1/', '').split('/');
  return KINDS.has((first === 'namespaces' ? plural : first) ?? '');
}
