import assert from 'node:assert/strict';
import {it} from 'node:test';
import {describeOnDatabases} from '../testing/databases.ts';
import {startPlatform} from '../testing/start-platform.ts';
import {loadTrueSpecification} from '../testing/true-specification.ts';
import {runScenario} from './scenario.ts';
import type {Person, Target} from './target.ts';

const GROUPS: Readonly<Record<Person, string>> = {
  admin: 'admins',
  'platform-engineer': 'platform-engineers',
  developer: 'developers',
  sre: 'sres',
  viewer: 'viewers',
};

const specification = loadTrueSpecification();

if (specification) {
  describeOnDatabases('conformance', (open) => {
    it('of the embedded platform: the whole life of a component, every answer as the true file says', async () => {
      const running = await startPlatform(open);
      const target: Target = {
        fetch: (request) => running.platform.fetch(request),
        token: (person) => GROUPS[person],
        check: specification.check,
        wait: () => running.platform.settle(),
      };
      const report = await runScenario(target, {namespace: 'acme', mark: 'test'});
      assert.deepEqual(report.differences, []);
      assert.deepEqual(report.skipped, []);
      assert.equal(report.passed.length, 18);
      assert.ok(report.operations.size >= 40, `${report.operations.size}`);
      assert.deepEqual(running.failures, []);
      await running.stop();
    });

    it('is found wanting where a platform differs, and skips what it has no token for', async () => {
      const running = await startPlatform(open);
      const target: Target = {
        async fetch(request) {
          const response = await running.platform.fetch(request);
          if (!request.url.endsWith('/projects') || response.status !== 409) return response;
          return Response.json({error: 'taken'}, {status: 409});
        },
        token: (person) => (person === 'admin' ? 'admins' : undefined),
        check: specification.check,
        wait: () => running.platform.settle(),
      };
      const {differences, skipped} = await runScenario(target, {namespace: 'acme', mark: 'odd'});
      const ofProject = differences.filter((difference) => difference.startsWith('creates a project'));
      assert.equal(ofProject.length, 1);
      assert.match(ofProject[0] ?? '', /^creates a project, once: POST .* 409: .*must have required property 'code'/);
      assert.ok(skipped.length >= 10);
      await running.stop();
    });
  });
} else {
  it('conformance of the embedded platform', {skip: 'OPENCHOREO_SPEC_DIR is not set'});
}
