import type {JsonObject} from '../engine/json.ts';
import type {SeedComponent} from './component-seed.ts';

/** The components of the demo organisation, a project after the other. */
export const DEMO_COMPONENTS: readonly Omit<SeedComponent, 'namespace'>[] = [
  {
    ...{
      project: 'storefront',
      name: 'web-shop',
      type: 'deployment/web-application',
      displayName: 'Web shop',
      daysOld: 148,
    },
    description: 'The shop people see: catalogue, cart and checkout',
    labels: {tier: 'frontend', team: 'shop'},
    parameters: {framework: 'lit'},
    workload: {
      container: {
        image: 'registry.acme.example/storefront/web-shop:2.14.0',
        env: [{key: 'CATALOG_URL', value: 'http://catalog:8080'}],
      },
      endpoints: {web: {type: 'HTTP', port: 3000, visibility: ['external'], displayName: 'Shop'}},
      dependencies: {endpoints: [dependency('catalog', 'api', 'CATALOG'), dependency('cart', 'api', 'CART')]},
    },
    source: {
      workflow: 'docker',
      repository: 'https://git.acme.example/storefront/web-shop',
      builds: [
        {daysOld: 34, commit: '9c1f0b7e'},
        {daysOld: 12, commit: '4e7d2a15'},
        {daysOld: 2.2, commit: 'b80c66d9'},
      ],
    },
    environments: {staging: {behind: 0}, production: {behind: 1, overrides: replicas(4)}},
  },
  {
    ...{project: 'storefront', name: 'catalog', type: 'deployment/service', displayName: 'Catalogue', daysOld: 146},
    description: 'Products, prices and stock',
    labels: {tier: 'backend', team: 'shop'},
    parameters: {port: 8080, readiness: {path: '/ready'}},
    workload: http('registry.acme.example/storefront/catalog:1.31.2', 8080, '/v1'),
    source: {
      workflow: 'google-cloud-buildpacks',
      repository: 'https://git.acme.example/storefront/catalog',
      builds: [
        {daysOld: 21, commit: 'd41d8cd9'},
        {daysOld: 3.1, commit: '7b52009b'},
        {daysOld: 0.2, commit: 'a3c65c29', branch: 'broken-price-cache'},
      ],
    },
    environments: {staging: {behind: 0}, production: {behind: 1, overrides: replicas(3)}},
  },
  {
    ...{project: 'storefront', name: 'cart', type: 'deployment/service', displayName: 'Cart', daysOld: 141},
    description: 'Carts of signed-in and anonymous customers',
    labels: {tier: 'backend', team: 'shop'},
    workload: http('registry.acme.example/storefront/cart:1.9.0', 8080, '/v1'),
    versions: [{daysOld: 18, tag: '1.10.0'}],
    environments: {staging: {behind: 0}, production: {behind: 0, overrides: replicas(2)}},
  },
  {
    ...{
      project: 'storefront',
      name: 'recommendations',
      type: 'deployment/service',
      displayName: 'Recommendations',
      daysOld: 33,
    },
    description: 'What else a customer may like',
    labels: {tier: 'backend', team: 'discovery', stage: 'beta'},
    autoDeploy: false,
    parameters: {port: 9000, exposed: false},
    workload: {
      container: {image: 'registry.acme.example/storefront/recommendations:0.4.1'},
      endpoints: {grpc: {type: 'gRPC', port: 9000, visibility: ['project']}},
    },
    environments: {development: {behind: 0}},
  },
  {
    ...{
      project: 'storefront',
      name: 'search-index',
      type: 'statefulset/stateful-service',
      displayName: 'Search index',
      daysOld: 96,
    },
    description: 'Full-text index of the catalogue',
    labels: {tier: 'data', team: 'discovery'},
    parameters: {port: 9200, storage: {size: '50Gi', class: 'fast'}},
    workload: http('registry.acme.example/storefront/search-index:3.2.0', 9200, '/'),
    environments: {staging: {behind: 0}, production: {behind: 0, overrides: replicas(3)}},
  },
  {
    ...{project: 'payments', name: 'checkout-api', type: 'deployment/service', displayName: 'Checkout', daysOld: 132},
    description: 'Takes an order from cart to receipt',
    labels: {tier: 'backend', team: 'payments', critical: 'true'},
    parameters: {exposed: true},
    workload: {
      ...http('registry.acme.example/payments/checkout-api:4.0.3', 8080, '/checkout'),
      dependencies: {endpoints: [dependency('ledger', 'api', 'LEDGER')]},
    },
    versions: [
      {daysOld: 26, tag: '4.1.0'},
      {daysOld: 5, tag: '4.1.1'},
      {daysOld: 0.6, tag: '4.2.0'},
    ],
    environments: {staging: {behind: 1}, production: {behind: 1, overrides: replicas(4)}},
  },
  {
    ...{project: 'payments', name: 'ledger', type: 'statefulset/stateful-service', displayName: 'Ledger', daysOld: 131},
    description: 'Double-entry book of every payment',
    labels: {tier: 'data', team: 'payments', critical: 'true'},
    autoDeploy: false,
    parameters: {storage: {size: '200Gi', class: 'fast'}},
    workload: http('registry.acme.example/payments/ledger:2.7.5', 8080, '/v2'),
    versions: [{daysOld: 40, tag: '2.8.0'}],
    environments: {development: {behind: 0}, staging: {behind: 0}, production: {behind: 1, overrides: replicas(3)}},
  },
  {
    ...{
      project: 'payments',
      name: 'fraud-scoring',
      type: 'deployment/worker',
      displayName: 'Fraud scoring',
      daysOld: 58,
    },
    description: 'Scores payments as they arrive',
    labels: {tier: 'backend', team: 'risk'},
    parameters: {concurrency: 16},
    workload: {
      container: {image: 'registry.acme.example/payments/fraud-scoring:1.2.0', args: ['--stream', 'payments']},
    },
    versions: [{daysOld: 0.3, tag: '1.3.0-broken'}],
    environments: {staging: {behind: 1}, production: {behind: 1, overrides: replicas(2)}},
  },
  {
    ...{
      project: 'payments',
      name: 'settlement',
      type: 'cronjob/scheduled-task',
      displayName: 'Settlement',
      daysOld: 117,
    },
    description: 'Settles the day with the banks, every night',
    labels: {tier: 'batch', team: 'payments', critical: 'true'},
    parameters: {schedule: '15 2 * * *'},
    workload: {container: {image: 'registry.acme.example/payments/settlement:1.18.0'}},
    environments: {staging: {behind: 0}, production: {behind: 0}},
  },
  {
    ...{
      project: 'data-platform',
      name: 'event-collector',
      type: 'deployment/service',
      displayName: 'Event collector',
      daysOld: 74,
    },
    description: 'Receives what happens in the shop, for analysis',
    labels: {tier: 'backend', team: 'data'},
    parameters: {port: 8080, exposed: true},
    workload: http('registry.acme.example/data/event-collector:0.22.0', 8080, '/events'),
    traits: [{kind: 'ClusterTrait', name: 'custom-domain', instanceName: 'domain'}],
    versions: [{daysOld: 0.1, tag: '0.23.0-missing'}],
    environments: {
      development: {behind: 0, overrides: hostname('events.dev.acme.example')},
      staging: {behind: 1, overrides: hostname('events.staging.acme.example')},
    },
  },
  {
    ...{
      project: 'data-platform',
      name: 'daily-report',
      type: 'cronjob/scheduled-task',
      displayName: 'Daily report',
      daysOld: 61,
    },
    description: 'Sales of the day before, by mail',
    labels: {tier: 'batch', team: 'data'},
    parameters: {schedule: '0 6 * * 1-5', concurrencyPolicy: 'Replace'},
    workload: {container: {image: 'registry.acme.example/data/daily-report:1.5.2'}},
    environments: {staging: {behind: 0, undeployed: true}, production: {behind: 0}},
  },
  {
    ...{
      project: 'data-platform',
      name: 'notebook-hub',
      type: 'deployment/web-application',
      displayName: 'Notebook hub',
      daysOld: 4,
    },
    description: 'Notebooks for analysts; nothing has been built for it yet',
    labels: {tier: 'frontend', team: 'data', stage: 'alpha'},
    autoDeploy: false,
  },
];

function http(image: string, port: number, basePath: string): JsonObject {
  return {
    container: {image, env: [{key: 'LOG_LEVEL', value: 'info'}]},
    endpoints: {api: {type: 'HTTP', port, basePath, visibility: ['project', 'namespace']}},
  };
}

function dependency(component: string, name: string, prefix: string): JsonObject {
  return {component, name, visibility: 'project', envBindings: {address: `${prefix}_URL`}};
}

function replicas(count: number): JsonObject {
  return {componentTypeEnvironmentConfigs: {replicas: count}};
}

function hostname(name: string): JsonObject {
  return {traitEnvironmentConfigs: {domain: {hostname: name}}};
}
