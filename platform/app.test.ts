import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import fc from 'fast-check';
import {describeOnDatabases} from './testing/databases.ts';
import {sampleComponent} from './testing/samples.ts';
import {startPlatform, type Send, type TestPlatform} from './testing/start-platform.ts';

const COMPONENTS = '/api/v1/namespaces/acme/components';

describeOnDatabases('the API', (open) => {
  describe('bad requests', () => {
    let running: TestPlatform;
    let admin: Send;
    before(async () => {
      running = await startPlatform(open, {
        verifyToken(token) {
          if (token === 'forged') return Promise.reject(new Error('bad signature'));
          return Promise.resolve({sub: token === 'nameless' ? '' : token, groups: [token]});
        },
      });
      admin = running.as('admins');
    });
    after(() => running.stop());

    it('without a good token get 401 in the middleware’s own shape', async () => {
      const answers = [];
      for (const authorization of [
        undefined,
        'Basic abc',
        'Bearer',
        'Bearer a b',
        'Bearer forged',
        'Bearer nameless',
      ]) {
        const headers = authorization === undefined ? {} : {authorization};
        const response = await running.platform.fetch(new Request(`http://platform.test${COMPONENTS}`, {headers}));
        const body = (await response.json()) as {error: string; message: string};
        assert.deepEqual(Object.keys(body), ['error', 'message']);
        answers.push([response.status, body.error]);
      }
      assert.deepEqual(answers, [
        [401, 'MISSING_TOKEN'],
        [401, 'INVALID_TOKEN'],
        [401, 'INVALID_TOKEN'],
        [401, 'INVALID_TOKEN'],
        [401, 'INVALID_TOKEN'],
        [401, 'INVALID_CLAIMS'],
      ]);
    });

    it('for what does not exist get 404, and for what cannot be done there 405', async () => {
      const answers = [];
      for (const [method, path] of [
        ['GET', '/api/v1/pods'],
        ['GET', '/api/v1/namespaces/acme/pods'],
        ['GET', '/api/v1/namespaces/acme/components/cart/nothing'],
        ['GET', '/'],
        ['GET', `${COMPONENTS}/Not%20A%20Name`],
        ['GET', `${COMPONENTS}/a%00b`],
        ['GET', `${COMPONENTS}/..%2f..%2fsecrets`],
        ['GET', `${COMPONENTS}/%E0%A4%A`],
        ['GET', `${COMPONENTS}/${'a'.repeat(5000)}`],
        ['PATCH', `${COMPONENTS}/cart`],
        ['DELETE', COMPONENTS],
      ] as const) {
        const {status, body} = await admin(method, path);
        assert.deepEqual(Object.keys(body).slice(0, 2), ['error', 'code'], path);
        answers.push(status);
      }
      assert.deepEqual(answers, [404, 404, 404, 404, 404, 404, 404, 404, 404, 405, 405]);
    });

    it('for the OpenAPI file get 404: it is not ours to hand out', async () => {
      const response = await running.platform.fetch(new Request('http://platform.test/openapi.json'));
      assert.deepEqual([response.status, ((await response.json()) as {code: string}).code], [404, 'NOT_FOUND']);
    });

    it('with a body that is none get 400, and one that is too large 413', async () => {
      const nested = `${'['.repeat(5000)}${']'.repeat(5000)}`;
      const bodies = [
        '',
        '{',
        'null',
        '[]',
        '"text"',
        nested,
        '{"metadata":"x"}',
        '{"metadata":{"name":1}}',
        '{"metadata":{}}',
      ];
      const stored = [
        '{"metadata":{"name":"a","annotations":{"n":"\\u0000"}}}',
        '{"metadata":{"name":"a","annotations":{"n":"\\ud800"}}}',
      ];
      for (const body of [...bodies, ...stored]) {
        const answer = await admin('POST', '/api/v1/namespaces/acme/projects', body);
        assert.deepEqual([answer.status, answer.body.code], [400, 'BAD_REQUEST'], body.slice(0, 60));
      }
      const large = JSON.stringify({metadata: {name: 'large', annotations: {note: 'x'.repeat(1024 * 1024)}}});
      const answer = await admin('POST', '/api/v1/namespaces/acme/projects', large);
      assert.deepEqual([answer.status, answer.body.code], [413, 'BAD_REQUEST']);
    });

    it('with a name or label that breaks the rules get 422 and are told which', async () => {
      for (const name of ['Upper', 'under_score', '-a', 'a-', 'a.b', 'a'.repeat(64), 'é', 'a b', '../x']) {
        const {status, body} = await admin('POST', '/api/v1/namespaces/acme/projects', {metadata: {name}});
        assert.deepEqual([status, body.details[0]?.field], [422, 'metadata.name'], name);
      }
      const labels = {'bad key!': 'x', good: 'not good!'};
      const {status, body} = await admin('POST', '/api/v1/namespaces/acme/projects', {metadata: {name: 'a', labels}});
      assert.deepEqual([status, body.details.length], [422, 2]);
    });

    it('with a spec that breaks the rules get 422 and are told where', async () => {
      const componentType = {kind: 'Nothing', name: 'service'};
      const body = sampleComponent('faulty', {componentType, autoDeploy: 'yes', traits: [{name: 'x'}]});
      const answer = await admin('POST', COMPONENTS, body);
      assert.equal(answer.status, 422);
      assert.deepEqual(
        answer.body.details.map(({field}) => field),
        ['spec.componentType.kind', 'spec.componentType.name', 'spec.autoDeploy', 'spec.traits[0].instanceName'],
      );
    });

    it('of whatever kind never get 500', async () => {
      const spec = fc.dictionary(
        fc.constantFrom('owner', 'componentType', 'parameters', 'traits', '__proto__'),
        fc.json({maxDepth: 2}),
      );
      const body = fc.oneof(
        fc.json(),
        fc
          .record({metadata: fc.record({name: fc.string({unit: 'binary'})}), spec})
          .map((value) => JSON.stringify(value)),
      );
      await fc.assert(
        fc.asyncProperty(fc.constantFrom('POST', 'PUT'), body, async (method, text) => {
          const {status} = await admin(method, method === 'PUT' ? `${COMPONENTS}/cart` : COMPONENTS, text);
          assert.ok(status < 500, `${status}`);
        }),
        {numRuns: 100},
      );
      await fc.assert(
        fc.asyncProperty(fc.string({unit: 'binary'}), async (text) => {
          const query = encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, ''));
          for (const name of ['cursor', 'labelSelector', 'project', 'limit']) {
            assert.ok((await admin('GET', `${COMPONENTS}?${name}=${query}`)).status < 500);
          }
        }),
        {numRuns: 50},
      );
    });

    it('have caused no failure of ours', () => assert.deepEqual(running.failures, []));
  });

  describe('our own failures', () => {
    it('are told to the log with their cause, and to the caller without', async () => {
      const opened = await open();
      const running = await startPlatform(() => Promise.resolve(opened));
      const admin = running.as('admins');
      await opened.close();
      const {status, body} = await admin('GET', '/api/v1/namespaces');
      assert.deepEqual([status, body], [500, {error: 'Internal server error', code: 'INTERNAL_ERROR'}]);
      assert.equal(running.failures.length, 1);
      await running.platform.close();
      assert.equal((await admin('GET', '/health')).status, 503);
    });
  });
});
