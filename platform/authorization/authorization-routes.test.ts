import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {textAt} from '../engine/json.ts';
import {describeOnDatabases} from '../testing/databases.ts';
import {sampleComponent} from '../testing/samples.ts';
import {startPlatform, type Send, type TestPlatform} from '../testing/start-platform.ts';

const PEOPLE = ['admins', 'platform-engineers', 'developers', 'sres', 'viewers'];
const CART = {namespace: 'acme', project: 'storefront', component: 'cart'};

describeOnDatabases('authorization', (open) => {
  describe('the five people', () => {
    let running: TestPlatform;
    before(async () => {
      running = await startPlatform(open);
    });
    after(() => running.stop());

    it('may do what their roles say, in requests', async () => {
      const rows = [];
      for (const person of PEOPLE) {
        const send = running.as(person);
        const name = `of-${person}`;
        const listed = await send('GET', '/api/v1/namespaces/acme/components?limit=100');
        rows.push([
          person,
          listed.body.items.length > 0,
          (await send('GET', '/api/v1/namespaces/acme')).status,
          (await send('POST', '/api/v1/namespaces/acme/projects', {metadata: {name}})).status,
          (await send('POST', '/api/v1/namespaces/acme/components', sampleComponent(name))).status,
          (await send('PUT', '/api/v1/namespaces/acme/components/cart', sampleComponent('cart'))).status,
          (await send('GET', '/api/v1/clusterdataplanes/default')).status,
          (await send('POST', '/api/v1/namespaces', {metadata: {name}})).status,
          (await send('GET', '/api/v1/clusterauthzroles/admin')).status,
        ]);
      }
      assert.deepEqual(rows, [
        ['admins', true, 200, 201, 201, 200, 200, 201, 200],
        ['platform-engineers', true, 200, 201, 201, 200, 200, 201, 403],
        ['developers', true, 200, 403, 201, 200, 200, 403, 403],
        ['sres', true, 200, 403, 403, 403, 200, 403, 403],
        ['viewers', true, 200, 403, 403, 403, 200, 403, 403],
      ]);
    });

    it('may do what their roles say, when asked about in a batch', async () => {
      const actions = [
        'component:create',
        'view:analytics',
        'export:data',
        'portalmodule:view',
        'portalmodule:delete',
        'portal:view-as',
        'incidents:update',
      ];
      const requests = actions.map((action) => ({resource: {type: 'component', hierarchy: CART}, action}));
      const table = [];
      for (const person of PEOPLE) {
        const decisions = await evaluate(running.as(person), requests);
        table.push([person, ...decisions.map(({decision}) => decision)]);
      }
      assert.deepEqual(table, [
        ['admins', true, true, true, true, true, true, true],
        ['platform-engineers', true, true, true, true, false, false, false],
        ['developers', true, true, false, false, false, false, false],
        ['sres', false, true, true, false, false, false, true],
        ['viewers', false, true, false, false, false, false, false],
      ]);
    });

    it('can ask for somebody else', async () => {
      const subject_context = {
        type: 'user',
        entitlement_claim: 'groups',
        entitlement_values: ['viewers', 'developers'],
      };
      const request = {subject_context, resource: {type: 'component', hierarchy: CART}, action: 'component:delete'};
      const [answer] = await evaluate(running.as('viewers'), [request]);
      assert.equal(answer?.decision, true);
      assert.match(answer.context.reason, /developers/);
    });

    it('have profiles in which wildcards are spelled out and unknown actions pass through', async () => {
      const admin = (await running.as('admins')('GET', '/api/v1/authz/profile')).body;
      assert.equal(Object.keys(admin.capabilities).length, 159);
      assert.deepEqual(admin.capabilities['component:create'], {allowed: [{path: '*'}], denied: []});
      const developer = (await running.as('developers')('GET', '/api/v1/authz/profile?namespace=acme')).body;
      assert.deepEqual(developer.capabilities['view:analytics'], {allowed: [{path: '*'}], denied: []});
      assert.equal(developer.capabilities['project:create'], undefined);
      assert.deepEqual(developer.user, {type: 'user', entitlement_claim: 'groups', entitlement_values: ['developers']});
    });

    it('count from the moment a binding is there, where it says, under its conditions, until it is gone', async () => {
      const admin = running.as('admins');
      const guest = running.as('guests');
      const binding = {
        metadata: {name: 'guests'},
        spec: {
          entitlement: {claim: 'groups', value: 'guests'},
          roleMappings: [
            {
              roleRef: {kind: 'ClusterAuthzRole', name: 'developer'},
              scope: {project: 'storefront'},
              conditions: [
                {actions: ['component:create'], expression: 'resource.componentType == "deployment/worker"'},
              ],
            },
          ],
        },
      };
      const url = '/api/v1/namespaces/acme/authzrolebindings';
      assert.equal((await admin('POST', url, binding)).status, 201);
      const listed = (await guest('GET', '/api/v1/namespaces/acme/components?limit=100')).body.items;
      const projects = new Set(listed.map((item) => textAt(item.spec, 'owner', 'projectName')));
      assert.deepEqual([...projects], ['storefront']);
      const worker = {componentType: {kind: 'ClusterComponentType', name: 'deployment/worker'}};
      const components = '/api/v1/namespaces/acme/components';
      assert.equal((await guest('POST', components, sampleComponent('guest-service'))).status, 403);
      assert.equal((await guest('POST', components, sampleComponent('guest-worker', worker))).status, 201);
      assert.equal((await guest('GET', '/api/v1/namespaces/acme/components/ledger')).status, 403);
      const profile = (await guest('GET', '/api/v1/authz/profile?namespace=acme')).body.capabilities;
      assert.deepEqual(profile['component:create']?.allowed, [
        {
          path: 'ns/acme/project/storefront',
          constraints: {expressions: ['resource.componentType == "deployment/worker"']},
        },
      ]);
      assert.deepEqual((await guest('GET', '/api/v1/authz/profile?namespace=other')).body.capabilities, {});
      assert.equal((await admin('DELETE', `${url}/guests`)).status, 204);
      assert.equal((await guest('GET', `${components}/cart`)).status, 403);
    });

    it('lose to a deny for the same group', async () => {
      const admin = running.as('admins');
      const deny = {
        metadata: {name: 'frozen'},
        spec: {
          entitlement: {claim: 'groups', value: 'developers'},
          roleMappings: [
            {roleRef: {kind: 'ClusterAuthzRole', name: 'developer'}, scope: {namespace: 'acme', project: 'payments'}},
          ],
          effect: 'deny',
        },
      };
      await admin('POST', '/api/v1/clusterauthzrolebindings', deny);
      const developer = running.as('developers');
      assert.equal((await developer('GET', '/api/v1/namespaces/acme/components/ledger')).status, 403);
      assert.equal((await developer('GET', '/api/v1/namespaces/acme/components/cart')).status, 200);
      await admin('DELETE', '/api/v1/clusterauthzrolebindings/frozen');
    });

    it('cannot write a role that nobody could read, a condition that cannot run, or a place without its surroundings', async () => {
      const admin = running.as('admins');
      const role = (actions: unknown) =>
        admin('POST', '/api/v1/clusterauthzroles', {metadata: {name: 'odd'}, spec: {actions}});
      const mapping = (more: object) =>
        admin('POST', '/api/v1/clusterauthzrolebindings', {
          metadata: {name: 'odd'},
          spec: {
            entitlement: {claim: 'groups', value: 'x'},
            roleMappings: [{roleRef: {kind: 'ClusterAuthzRole', name: 'developer'}, ...more}],
          },
        });
      const answers = [
        await role(['not an action']),
        await role([]),
        await mapping({conditions: [{actions: ['component:create'], expression: 'resource.('}]}),
        await mapping({scope: {project: 'shop'}}),
        await mapping({roleRef: {kind: 'ClusterAuthzRole', name: 'absent'}}),
        await admin('DELETE', '/api/v1/clusterauthzroles/developer'),
        await admin('GET', '/api/v1/authz/profile?component=cart'),
        await admin('POST', '/api/v1/authz/evaluates', [
          {action: 'component:view', resource: {type: 'x', hierarchy: {project: 'a'}}},
        ]),
        await admin('POST', '/api/v1/authz/evaluates', {action: 'component:view'}),
      ];
      assert.deepEqual(
        answers.map(({status}) => status),
        [422, 422, 422, 422, 400, 409, 400, 400, 400],
      );
    });

    it('have caused no failure of ours', () => assert.deepEqual(running.failures, []));
  });

  describe('a service account', () => {
    it('is known by its subject when its token has no groups', async () => {
      const running = await startPlatform(open, {verifyToken: (sub) => Promise.resolve({sub})});
      const {body} = await running.as('robot')('GET', '/api/v1/authz/profile');
      assert.deepEqual(body.user, {type: 'service_account', entitlement_claim: 'sub', entitlement_values: ['robot']});
      assert.deepEqual(body.capabilities, {});
      await running.stop();
    });
  });
});

interface Decided {
  readonly decision: boolean;
  readonly context: {readonly reason: string};
}

async function evaluate(send: Send, requests: readonly object[]): Promise<readonly Decided[]> {
  return (await send('POST', '/api/v1/authz/evaluates', requests)).body as unknown as readonly Decided[];
}
