import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {allowsSomewhere, covers, decide, type PermissionProfile} from './permissions.ts';
import {toScope, toScopePath} from './scope.ts';

const CART = {namespace: 'acme', project: 'shop', component: 'cart'} as const;

const profile: PermissionProfile = {
  capabilities: {
    'component:view': {allowed: [{path: '*'}]},
    'component:create': {allowed: [{path: 'ns/acme/project/shop'}]},
    'component:delete': {allowed: [{path: '*'}], denied: [{path: 'ns/acme/project/shop'}]},
    'logs:view': {allowed: [{path: '*', constraints: {expressions: ['resource.environment == "acme/dev"']}}]},
    'project:view': {},
  },
};

test('an unconstrained allow above the scope settles it; everything else is asked', () => {
  const answers = [
    'component:view',
    'component:create',
    'component:delete',
    'logs:view',
    'project:view',
    'view:analytics',
  ];
  assert.deepEqual(
    answers.map((action) => decide(profile, action, CART)),
    ['allowed', 'allowed', 'ask', 'ask', 'ask', 'ask'],
  );
  assert.equal(decide(profile, 'component:create', {namespace: 'acme', project: 'payments'}), 'ask');
});

test('with authorization switched off everything is allowed', () => {
  assert.equal(decide({capabilities: {'*': {allowed: [{path: '*'}]}}}, 'whatever:do', CART), 'allowed');
});

test('an action allowed in some scope counts for navigation', () => {
  assert.deepEqual(
    ['component:create', 'logs:view', 'project:view', 'node:view'].map((action) => allowsSomewhere(profile, action)),
    [true, true, false, false],
  );
});

test('a policy path covers itself and what is below, never a longer name beside it', () => {
  const name = fc.stringMatching(/^[a-z]{1,8}$/);
  fc.assert(
    fc.property(name, name, (namespace, project) => {
      const path = toScopePath({namespace, project});
      assert.deepEqual(
        [
          covers('*', path),
          covers(`ns/${namespace}`, path),
          covers(path, path),
          covers(`${path}x`, path),
          covers(path, `${path}x`),
        ],
        [true, true, true, false, false],
      );
    }),
  );
});

test('a scope is read from the address, and empty values count as absent', () => {
  assert.deepEqual(toScope(new URLSearchParams('namespace=acme&project=&component=cart&other=1')), {
    namespace: 'acme',
    component: 'cart',
  });
});
