import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {toComponentFacts, toDeploymentFacts, toEnvironmentFacts, toPlaneFacts, toWorkloadFacts} from './to-facts.ts';

describe('what is read of the platform’s objects', () => {
  it('is a component’s project, type, state and age', () => {
    const component = {
      metadata: {
        name: 'cart',
        creationTimestamp: '2026-03-01T12:00:00Z',
        annotations: {'openchoreo.dev/display-name': 'Cart'},
      },
      spec: {owner: {projectName: 'shop'}, componentType: {name: 'deployment/service'}},
      status: {conditions: [{type: 'Ready', status: 'False', reason: 'WorkloadNotFound'}]},
    };
    expect(toComponentFacts(component)).to.deep.equal({
      name: 'cart',
      label: 'Cart',
      created: Date.UTC(2026, 2, 1, 12),
      state: 'not-ready',
      reason: 'WorkloadNotFound',
      project: 'shop',
      type: 'deployment/service',
    });
  });

  it('is an environment’s plane by kind and name, and whether the plane is heard of', () => {
    const environment = {metadata: {name: 'dev'}, spec: {dataPlaneRef: {kind: 'ClusterDataPlane', name: 'default'}}};
    const plane = {metadata: {name: 'default'}, status: {agentConnection: {connected: false}}};
    expect(toEnvironmentFacts(environment).plane).to.equal('ClusterDataPlane/default');
    expect(toEnvironmentFacts({metadata: {name: 'dev'}, spec: {dataPlaneRef: {name: 'own'}}}).plane).to.equal(
      'DataPlane/own',
    );
    const {id, isConnected} = toPlaneFacts(plane, 'ClusterDataPlane');
    expect({id, isConnected}).to.deep.equal({id: 'ClusterDataPlane/default', isConnected: false});
  });

  it('counts what is being deleted as that, and what has no condition as pending', () => {
    const states = [
      {metadata: {name: 'a', deletionTimestamp: '2026-01-01T00:00:00Z'}},
      {metadata: {name: 'b'}},
      {metadata: {name: 'c'}, status: {conditions: [{type: 'Ready', status: 'Unknown'}]}},
      {metadata: {name: 'd'}, status: {conditions: [{type: 'Ready', status: 'True'}]}},
    ].map((component) => toComponentFacts(component).state);
    expect(states).to.deep.equal(['deleting', 'pending', 'pending', 'ready']);
  });

  it('is no deployment when it is taken back', () => {
    const binding = {
      spec: {owner: {projectName: 'shop', componentName: 'cart'}, environment: 'dev', state: 'Undeploy'},
    };
    expect(toDeploymentFacts(binding)).to.equal(undefined);
    expect(toDeploymentFacts({spec: {...binding.spec, state: 'Active'}})).to.deep.equal({
      component: 'cart',
      project: 'shop',
      environment: 'dev',
      release: '',
      state: 'pending',
    });
  });

  it('is unknown, and never a fault, of whatever else comes over the wire', () => {
    const field = fc.oneof(fc.anything(), fc.constantFrom('True', '2026-01-01T00:00:00Z', {conditions: [null, 1]}));
    const object = fc.record({metadata: field, spec: field, status: field}, {requiredKeys: []});
    fc.assert(
      fc.property(fc.oneof(object, fc.anything()), (data) => {
        const facts = [toComponentFacts(data), toEnvironmentFacts(data), toPlaneFacts(data, 'DataPlane')];
        for (const {name, label, reason, created, state} of facts) {
          expect([name, label, reason].every((text) => typeof text === 'string')).to.equal(true);
          expect(created === undefined || Number.isFinite(created)).to.equal(true);
          expect(['ready', 'not-ready', 'pending', 'deleting']).to.include(state);
        }
        expect(typeof toWorkloadFacts(data).image).to.equal('string');
        expect(typeof (toDeploymentFacts(data)?.environment ?? '')).to.equal('string');
      }),
    );
  });
});
