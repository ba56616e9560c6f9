import type {SeedObject} from './seed.ts';

/** What every project is unless it says otherwise: a namespace of its own in each environment. */
export const PROJECT_TYPE: SeedObject = {
  kind: 'clusterprojecttypes',
  name: 'default',
  displayName: 'Default',
  description: 'A namespace of its own in each environment',
  daysOld: 240,
  spec: {
    resources: [
      {id: 'namespace', template: {apiVersion: 'v1', kind: 'Namespace', metadata: {name: '${metadata.namespace}'}}},
    ],
  },
};

/** What components may have on top of their type. */
export const TRAITS: readonly SeedObject[] = [
  {
    kind: 'clustertraits',
    name: 'autoscaler',
    displayName: 'Autoscaler',
    description: 'Starts and stops instances with the load',
    daysOld: 240,
    spec: {
      parameters: {
        openAPIV3Schema: {
          type: 'object',
          properties: {
            cpuPercent: {type: 'integer', description: 'Load to aim for', minimum: 10, maximum: 95, default: 70},
          },
        },
      },
      environmentConfigs: {
        openAPIV3Schema: {
          type: 'object',
          properties: {
            minReplicas: {type: 'integer', description: 'Fewest instances', minimum: 1, maximum: 20, default: 1},
            maxReplicas: {type: 'integer', description: 'Most instances', minimum: 1, maximum: 50, default: 4},
          },
        },
      },
      creates: [{template: {apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler'}}],
    },
  },
  {
    kind: 'clustertraits',
    name: 'custom-domain',
    displayName: 'Custom domain',
    description: 'Answers under a host name of your own, a different one in each environment',
    daysOld: 240,
    spec: {
      environmentConfigs: {
        openAPIV3Schema: {
          type: 'object',
          required: ['hostname'],
          properties: {
            hostname: {
              type: 'string',
              description: 'Host name in this environment',
              pattern: '^([a-z0-9]([-a-z0-9]*[a-z0-9])?\\.)+[a-z]{2,}$',
            },
          },
        },
      },
      patches: [
        {
          target: {group: 'gateway.networking.k8s.io', version: 'v1', kind: 'HTTPRoute'},
          operations: [{op: 'add', path: '/spec/hostnames/-', value: '${environmentConfigs.hostname}'}],
        },
      ],
    },
  },
];
