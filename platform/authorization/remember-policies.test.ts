import assert from 'node:assert/strict';
import {it} from 'node:test';
import {rememberPolicies} from './remember-policies.ts';
import type {Subject} from './subject.ts';

const subject = (group: string): Subject => ({
  type: 'user',
  entitlement_claim: 'groups',
  entitlement_values: [group],
});

it('reads the policies of a subject once for requests in a row, and anew after a change or half a second', async () => {
  let clock = 0;
  const read: string[] = [];
  const policies = rememberPolicies(
    (who) => {
      read.push(who.entitlement_values.join());
      return Promise.resolve([]);
    },
    () => clock,
  );
  await Promise.all([policies.load(subject('a')), policies.load(subject('a')), policies.load(subject('b'))]);
  assert.deepEqual(read, ['a', 'b']);
  policies.forget();
  await policies.load(subject('a'));
  clock = 499;
  await policies.load(subject('a'));
  assert.deepEqual(read, ['a', 'b', 'a']);
  clock = 500;
  await policies.load(subject('a'));
  assert.deepEqual(read, ['a', 'b', 'a', 'a']);
});

it('does not remember a failure', async () => {
  let fails = true;
  const policies = rememberPolicies(() => (fails ? Promise.reject(new Error('down')) : Promise.resolve([])));
  await assert.rejects(policies.load(subject('a')));
  fails = false;
  assert.deepEqual(await policies.load(subject('a')), []);
});
