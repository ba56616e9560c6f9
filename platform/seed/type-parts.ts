import type {JsonObject} from '../engine/json.ts';

/** How large each instance is, and how many there are: the same question in every environment. */
export const ENVIRONMENT_CONFIGS: JsonObject = {
  openAPIV3Schema: {
    type: 'object',
    properties: {
      replicas: {
        type: 'integer',
        description: 'Instances that run at the same time',
        minimum: 0,
        maximum: 20,
        default: 1,
      },
      resources: {
        type: 'object',
        default: {},
        properties: {
          cpu: {type: 'string', description: 'Processor request', pattern: '^[0-9]+m?$', default: '100m'},
          memory: {type: 'string', description: 'Memory request', pattern: '^[0-9]+(Mi|Gi)$', default: '256Mi'},
        },
      },
      imagePullPolicy: {type: 'string', enum: ['Always', 'IfNotPresent', 'Never'], default: 'IfNotPresent'},
    },
  },
};

const METADATA: JsonObject = {
  name: '${metadata.name}',
  namespace: '${metadata.namespace}',
  labels: '${metadata.labels}',
};

/** The Kubernetes object that runs the workload. */
export function podResource(id: string, apiVersion: string, kind: string): JsonObject {
  const pod = {
    metadata: {labels: '${metadata.podSelectors}'},
    spec: {containers: [{name: 'main', image: '${workload.container.image}', args: '${workload.container.args}'}]},
  };
  const spec = {
    replicas: '${environmentConfigs.replicas}',
    selector: {matchLabels: '${metadata.podSelectors}'},
    template: pod,
  };
  return {id, template: {apiVersion, kind, metadata: METADATA, spec}};
}

export const CRON_JOB: JsonObject = {
  id: 'cronjob',
  template: {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: METADATA,
    spec: {
      schedule: '${parameters.schedule}',
      concurrencyPolicy: '${parameters.concurrencyPolicy}',
      jobTemplate: {
        spec: {
          template: {
            spec: {restartPolicy: 'Never', containers: [{name: 'main', image: '${workload.container.image}'}]},
          },
        },
      },
    },
  },
};

export const SERVICE: JsonObject = {
  id: 'service',
  includeWhen: '${size(workload.endpoints) > 0}',
  template: {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: METADATA,
    spec: {selector: '${metadata.podSelectors}', ports: '${workload.toServicePorts()}'},
  },
};

export const ROUTE: JsonObject = {
  id: 'httproute',
  forEach: '${workload.endpoints}',
  var: 'endpoint',
  template: {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: METADATA,
    spec: {
      parentRefs: [{name: '${gateway.ingress.external.name}'}],
      hostnames: ['${gateway.ingress.external.http.host}'],
    },
  },
};
