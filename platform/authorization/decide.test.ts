import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Attributes} from './cel-condition.ts';
import {decide} from './decide.ts';
import type {Policy} from './policy.ts';

const path = 'ns/acme/project/shop/component/cart';

describe('a decision', () => {
  it('is no without a policy', () => {
    assert.equal(allows([], 'component:view'), false);
  });

  it('matches names, a resource’s wildcard and the wildcard of all', () => {
    const allowed = ['component:view', 'component:*', '*', 'componentrelease:*', 'view:*'].map((pattern) =>
      allows([policy({actions: [pattern]})], 'component:view'),
    );
    assert.deepEqual(allowed, [true, true, true, false, false]);
    assert.equal(allows([policy({actions: ['*']})], 'somebodys:action'), true);
  });

  it('is no where a deny covers the same entitlement, above or at the place', () => {
    assert.equal(allows([policy({}), policy({effect: 'deny', path: 'ns/acme'})]), false);
    assert.equal(allows([policy({}), policy({effect: 'deny', path})]), false);
    assert.equal(allows([policy({}), policy({effect: 'deny', path: 'ns/acme/project/other'})]), true);
  });

  it('is yes where another entitlement allows what one is denied', () => {
    const policies = [policy({}), policy({effect: 'deny'}), policy({entitlement: 'others'})];
    assert.equal(allows(policies), true);
  });

  it('honours conditions, any of which suffices, for the actions they name only', () => {
    const conditions = [
      {actions: ['component:create'], expression: 'resource.componentType == "deployment/service"'},
      {actions: ['component:*'], expression: 'resource.componentType.startsWith("job/")'},
    ];
    const policies = [policy({actions: ['*'], conditions})];
    const decisions = ['deployment/service', 'job/import', 'cronjob/report'].map((componentType) =>
      allows(policies, 'component:create', {componentType}),
    );
    assert.deepEqual(decisions, [true, true, false]);
    assert.equal(allows(policies, 'project:view'), true);
  });

  it('understands lists and logic in conditions', () => {
    const expression = 'resource.environment in ["acme/dev", "acme/test"] && !(resource.environment == "acme/test")';
    const policies = [policy({conditions: [{actions: ['*'], expression}]})];
    const decisions = ['acme/dev', 'acme/test', 'dev'].map((environment) =>
      allows(policies, 'logs:view', {environment}),
    );
    assert.deepEqual(decisions, [true, false, false]);
  });

  it('is no where a condition cannot be decided, whether it allows or denies', () => {
    for (const expression of [
      'resource.',
      'resource.environment == "a"',
      'nobody.knows',
      '1 + 1',
      'resource.environment.run()',
    ]) {
      const conditions = [{actions: ['*'], expression}];
      assert.equal(allows([policy({conditions})]), false, expression);
      assert.equal(allows([policy({}), policy({effect: 'deny', conditions})]), false, expression);
    }
  });
});

function policy(policy: Partial<Policy>): Policy {
  return {entitlement: 'developers', effect: 'allow', path: '*', actions: ['*'], conditions: [], ...policy};
}

function allows(policies: readonly Policy[], action = 'component:view', attributes: Attributes = {}): boolean {
  return decide(policies, {action, path, attributes}).allowed;
}
