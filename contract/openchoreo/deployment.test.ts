import assert from 'node:assert/strict';
import {test} from 'node:test';
import {toDeploymentState, toStages, type Condition, type DeploymentPipeline} from '@openchoreo/portal-contract';

test('the state of a deployment is read from its conditions', () => {
  const states = [
    [],
    [condition('Ready', 'True', 'Ready')],
    [condition('Ready', 'True', 'Ready'), condition('ResourcesReady', 'True', 'ReadyWithSuspendedResources')],
    [condition('Ready', 'False', 'ConnectionsPending')],
    [condition('Ready', 'False', 'ResourcesUndeployed')],
    [condition('Ready', 'False', 'ResourcesDegraded')],
    [condition('Ready', 'False', 'SomethingNew')],
  ].map((conditions) => toDeploymentState({status: {conditions}}));
  assert.deepEqual(states, ['pending', 'ready', 'suspended', 'progressing', 'undeployed', 'failed', 'failed']);
});

test('a pipeline is walked from its first environment on, wherever its paths begin and whether they end', () => {
  const line = toStages(pipeline(['staging', 'production'], ['development', 'staging']));
  assert.deepEqual(
    line.map(({environment, targets}) => [environment, targets]),
    [
      ['development', ['staging']],
      ['staging', ['production']],
      ['production', []],
    ],
  );
  const fork = toStages(pipeline(['dev', 'eu', 'us'], ['us', 'dr'], ['eu', 'dr']));
  assert.deepEqual(
    fork.map(({environment}) => environment),
    ['dev', 'eu', 'us', 'dr'],
  );
  const circle = toStages(pipeline(['a', 'b'], ['b', 'a']));
  assert.deepEqual(
    circle.map(({environment}) => environment),
    ['a', 'b'],
  );
  assert.deepEqual(toStages({metadata: {name: 'none'}}), []);
});

function condition(type: string, status: Condition['status'], reason: string): Condition {
  return {type, status, reason, lastTransitionTime: '2026-01-01T00:00:00Z'};
}

function pipeline(...paths: readonly (readonly [string, ...string[]])[]): DeploymentPipeline {
  const promotionPaths = paths.map(([source, ...targets]) => ({
    sourceEnvironmentRef: {name: source},
    targetEnvironmentRefs: targets.map((name) => ({name})),
  }));
  return {metadata: {name: 'default'}, spec: {promotionPaths}};
}
