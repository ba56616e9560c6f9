import {z} from 'zod';
import type {ResourceKind} from '../engine/kind.ts';
import {toComponentOwner as toOwner, toOwnerLabels} from './owner.ts';
import {nameSchema} from './spec-parts.ts';

const secret = z.object({secretKeyRef: z.object({name: z.string().optional(), key: z.string().optional()}).optional()});
const port = z.int().min(1).max(65535);
const bindings = z
  .record(z.string(), z.string())
  .refine((map) => Object.keys(map).length <= 50, 'must have at most 50 entries');

const variable = z.object({key: z.string().min(1), value: z.string().optional(), valueFrom: secret.optional()});

/** What a container is given, in its workload or over it in one environment. */
export const containerValues = {
  env: z.array(variable).optional(),
  files: z.array(variable.extend({mountPath: z.string().min(1)})).optional(),
};

const container = z.object({
  image: z.string().min(1),
  command: z.array(z.string()).optional(),
  args: z.array(z.string()).optional(),
  ...containerValues,
});

const endpoint = z.object({
  type: z.enum(['HTTP', 'gRPC', 'GraphQL', 'Websocket', 'TCP', 'UDP']),
  port,
  targetPort: port.optional(),
  visibility: z.array(z.enum(['project', 'namespace', 'internal', 'external'])).optional(),
  displayName: z.string().optional(),
  basePath: z.string().optional(),
  schema: z.object({type: z.string().optional(), content: z.string().optional()}).optional(),
});

const endpointDependency = z.object({
  project: nameSchema.optional(),
  component: nameSchema,
  name: z.string().min(1),
  visibility: z.enum(['project', 'namespace']),
  envBindings: z.object({
    address: z.string().optional(),
    host: z.string().optional(),
    port: z.string().optional(),
    basePath: z.string().optional(),
  }),
});

const resourceDependency = z.object({
  ref: z.string().min(1),
  envBindings: bindings.optional(),
  fileBindings: bindings.optional(),
});

export const workload: ResourceKind = {
  plural: 'workloads',
  kind: 'Workload',
  scope: 'namespace',
  resource: 'workload',
  spec: z.object({
    owner: z.object({projectName: nameSchema, componentName: nameSchema}),
    container: container.optional(),
    endpoints: z.record(z.string().min(1), endpoint).optional(),
    dependencies: z
      .object({
        endpoints: z.array(endpointDependency).optional(),
        resources: z.array(resourceDependency).max(50).optional(),
      })
      .optional(),
  }),
  filters: ['component'],
  immutable: [['owner']],
  hierarchy: ({namespace, spec}) => ({namespace, ...toOwner(spec)}),
  owner: ({spec}) => toOwner(spec),
  parents: ({namespace, spec}) => [
    {kind: 'projects', namespace, name: toOwner(spec).project},
    {kind: 'components', namespace, name: toOwner(spec).component},
  ],
  async validate({namespace, spec}, lookup) {
    const {project, component} = toOwner(spec);
    const owner = await lookup.get({kind: 'components', namespace, name: component});
    if (owner?.project === project) return [];
    return [{field: 'spec.owner.projectName', message: `component '${component}' is not in project '${project}'`}];
  },
  labels: ({spec}) => toOwnerLabels(spec),
  related: ({namespace, spec}, action) =>
    action === 'updated' ? [] : [{kind: 'components', namespace, name: toOwner(spec).component}],
  wakes: ({namespace, spec}) => [{kind: 'components', namespace, name: toOwner(spec).component}],
};
