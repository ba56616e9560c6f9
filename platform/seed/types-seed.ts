import type {JsonObject} from '../engine/json.ts';
import type {SeedObject} from './seed.ts';
import {PROJECT_TYPE, TRAITS} from './traits-seed.ts';
import {CRON_JOB, ENVIRONMENT_CONFIGS, podResource, ROUTE, SERVICE} from './type-parts.ts';

const DEPLOYMENT = podResource('deployment', 'apps/v1', 'Deployment');

const probe: JsonObject = {
  type: 'object',
  description: 'When an instance counts as ready for requests',
  default: {},
  properties: {
    path: {type: 'string', description: 'Path asked for health', pattern: '^/', default: '/healthz'},
    periodSeconds: {type: 'integer', minimum: 1, maximum: 300, default: 10},
  },
};

const AUTOSCALER: JsonObject = {kind: 'ClusterTrait', name: 'autoscaler'};
const CUSTOM_DOMAIN: JsonObject = {kind: 'ClusterTrait', name: 'custom-domain'};

const exposed: JsonObject = {type: 'boolean', description: 'Reachable from outside the project', default: false};

/** The types and traits every cluster of the platform starts with. */
export function createTypesSeed(): readonly SeedObject[] {
  return [
    PROJECT_TYPE,
    ...TRAITS,
    type('service', 'Service', 'A backend service that answers requests over HTTP or gRPC', {
      workloadType: 'deployment',
      allowedTraits: [AUTOSCALER, CUSTOM_DOMAIN],
      parameters: schema({
        port: {type: 'integer', description: 'Port the service listens on', minimum: 1, maximum: 65535, default: 8080},
        exposed,
        readiness: probe,
      }),
      resources: [DEPLOYMENT, SERVICE, ROUTE],
    }),
    type('web-application', 'Web application', 'A site or single-page application for people in a browser', {
      workloadType: 'deployment',
      allowedTraits: [AUTOSCALER, CUSTOM_DOMAIN],
      parameters: schema({
        port: {type: 'integer', description: 'Port the server listens on', minimum: 1, maximum: 65535, default: 3000},
        exposed: {...exposed, default: true},
        framework: {type: 'string', enum: ['static', 'react', 'next', 'lit', 'other'], default: 'other'},
      }),
      resources: [DEPLOYMENT, SERVICE, ROUTE],
    }),
    type('worker', 'Worker', 'A background process that works off a queue or a stream', {
      workloadType: 'deployment',
      allowedTraits: [AUTOSCALER],
      parameters: schema({
        concurrency: {
          type: 'integer',
          description: 'Messages handled at the same time',
          minimum: 1,
          maximum: 256,
          default: 4,
        },
      }),
      resources: [DEPLOYMENT],
    }),
    type('scheduled-task', 'Scheduled task', 'A job that runs at set times', {
      workloadType: 'cronjob',
      parameters: schema(
        {
          schedule: {type: 'string', description: 'Cron expression, five fields', pattern: '^(\\S+\\s+){4}\\S+$'},
          concurrencyPolicy: {type: 'string', enum: ['Allow', 'Forbid', 'Replace'], default: 'Forbid'},
        },
        ['schedule'],
      ),
      resources: [CRON_JOB],
    }),
    type('stateful-service', 'Stateful service', 'A service that keeps data on a disk of its own', {
      workloadType: 'statefulset',
      allowedTraits: [AUTOSCALER],
      parameters: schema({
        port: {type: 'integer', description: 'Port the service listens on', minimum: 1, maximum: 65535, default: 8080},
        storage: {
          type: 'object',
          default: {},
          properties: {
            size: {type: 'string', description: 'Size of the disk', pattern: '^[0-9]+(Mi|Gi|Ti)$', default: '10Gi'},
            class: {type: 'string', enum: ['standard', 'fast'], default: 'standard'},
          },
        },
      }),
      resources: [podResource('statefulset', 'apps/v1', 'StatefulSet'), SERVICE],
    }),
  ];
}

function type(name: string, displayName: string, description: string, spec: JsonObject): SeedObject {
  const complete = {...spec, environmentConfigs: ENVIRONMENT_CONFIGS};
  return {kind: 'clustercomponenttypes', name, displayName, description, spec: complete, daysOld: 240};
}

function schema(properties: JsonObject, required?: readonly string[]): JsonObject {
  return {openAPIV3Schema: {type: 'object', properties, additionalProperties: false, ...(required && {required})}};
}
