import type {
  Component,
  ComponentRelease,
  DataPlane,
  Environment,
  Project,
  ReleaseBinding,
  Workload,
} from '@openchoreo/portal-contract';
import {createTestHost, type TestHost, type TestHostOptions} from '@openchoreo/portal-test-kit';
import messages from '../messages/en.json' with {type: 'json'};

const DAY = 86_400_000;

const daysAgo = (days: number): string => new Date(Date.now() - days * DAY).toISOString();

export const component = (name: string, days: number, project = 'shop', type = 'service', ready = true): Component => ({
  metadata: {name, namespace: 'acme', creationTimestamp: daysAgo(days)},
  spec: {owner: {projectName: project}, componentType: {name: `deployment/${type}`}},
  status: {
    conditions: [
      {
        type: 'Ready',
        status: ready ? 'True' : 'False',
        reason: ready ? 'Reconciled' : 'WorkloadNotFound',
        lastTransitionTime: daysAgo(days),
      },
    ],
  },
});

/** A namespace with three components in two projects, two environments, and a plane that is silent. */
export function createAcme(options: Partial<TestHostOptions> = {}): TestHost {
  const host = createTestHost({
    module: 'analytics',
    messages,
    settings: {range: '90d', refresh: 'off'},
    ...options,
  });
  host.storeValues('analytics').set({metrics: null, answered: {}});
  const project = (name: string, days: number): Project => ({
    metadata: {name, namespace: 'acme', creationTimestamp: daysAgo(days)},
  });
  const environments: readonly Environment[] = [
    {metadata: {name: 'production', namespace: 'acme'}, spec: {isProduction: true, dataPlaneRef: {name: 'dublin'}}},
    {
      metadata: {name: 'development', namespace: 'acme'},
      spec: {dataPlaneRef: {kind: 'ClusterDataPlane', name: 'frankfurt'}},
    },
  ];
  const plane = (name: string, connected: boolean): DataPlane => ({
    metadata: {name, namespace: 'acme'},
    status: {agentConnection: {connected}},
  });
  const workload: Workload = {
    metadata: {name: 'cart', namespace: 'acme'},
    spec: {owner: {projectName: 'shop', componentName: 'cart'}, container: {image: 'shop/cart:1.0'}},
  };
  host.platform.put(
    'components',
    component('cart', 200),
    component('web', 40, 'shop', 'web-application', false),
    component('ledger', 3, 'pay'),
  );
  host.platform.put('projects', project('shop', 300), project('pay', 10));
  host.platform.put('workloads', workload);
  host.platform.put('environments', ...environments);
  const binding = (
    name: string,
    environment: string,
    ready: boolean,
    project = 'shop',
    release = '',
  ): ReleaseBinding => ({
    metadata: {name: `${name}-${environment}`, namespace: 'acme'},
    spec: {
      owner: {projectName: project, componentName: name},
      environment,
      ...(release && {releaseName: release}),
    },
    status: {
      conditions: [
        {type: 'Ready', status: ready ? 'True' : 'False', reason: 'Deployed', lastTransitionTime: daysAgo(1)},
      ],
    },
  });
  host.platform.put(
    'releasebindings',
    binding('cart', 'development', true, 'shop', 'cart-3'),
    binding('web', 'development', false),
    binding('ledger', 'development', true, 'pay'),
    binding('cart', 'production', true, 'shop', 'cart-2'),
  );
  const release = (name: string, days: number): ComponentRelease => ({
    metadata: {name, namespace: 'acme', creationTimestamp: daysAgo(days)},
    spec: {owner: {projectName: 'shop', componentName: 'cart'}, componentType: {}, workload: {}},
  });
  host.platform.put('componentreleases', release('cart-1', 190), release('cart-3', 2), release('cart-2', 30));
  host.platform.put('dataplanes', plane('dublin', false));
  host.platform.put('clusterdataplanes', plane('frankfurt', true));
  return host;
}
