import {z} from 'zod';
import {notReady, ready} from '../engine/condition.ts';
import {textAt, type JsonObject} from '../engine/json.ts';
import type {ResourceKind} from '../engine/kind.ts';
import type {Lookup, Selection} from '../engine/lookup.ts';
import type {Resource} from '../engine/resource.ts';
import {gatewaySchema, kindedReferenceSchema} from './spec-parts.ts';

export const environment: ResourceKind = {
  plural: 'environments',
  kind: 'Environment',
  scope: 'namespace',
  resource: 'environment',
  spec: z.object({
    dataPlaneRef: kindedReferenceSchema(['DataPlane', 'ClusterDataPlane']).default({
      kind: 'ClusterDataPlane',
      name: 'default',
    }),
    isProduction: z.boolean().default(false),
    gateway: gatewaySchema.optional(),
  }),
  hierarchy: ({namespace}) => ({namespace}),
  async conditions({namespace, name, spec}, lookup) {
    const [plane] = await lookup.find(toPlane(namespace, spec));
    if (plane) return [ready('EnvironmentReady', `Environment '${name}' is ready`)];
    const {kind, name: missing} = toReference(spec);
    return [notReady('DataPlaneNotFound', `${kind} '${missing}' not found`)];
  },
  blocked: {
    then: 'linger',
    async by({namespace, name}, lookup) {
      const users = await findPipelines(namespace, name, lookup);
      return users.length > 0 ? `used by deployment pipeline ${users.join(', ')}` : undefined;
    },
  },
  related: ({namespace, spec}, action) => (action === 'created' ? [] : [toPlane(namespace, spec)]),
  wakes: (environment, action) => (action === 'deleted' ? toDeployments(environment) : toWaiting(environment)),
};

/** What is deployed in an environment, or is to be. */
function toDeployments({namespace, name}: Resource): readonly Selection[] {
  return ['projectreleasebindings', 'releasebindings'].map((kind) => ({kind, namespace, spec: {environment: name}}));
}

/** What waits for something before it is deployed in an environment. */
export function toWaiting(environment: Resource): readonly Selection[] {
  return toDeployments(environment).map((selection) => ({...selection, memory: {settled: false}}));
}

async function findPipelines(namespace: string, name: string, lookup: Lookup): Promise<readonly string[]> {
  const source = {promotionPaths: [{sourceEnvironmentRef: {name}}]};
  const target = {promotionPaths: [{targetEnvironmentRefs: [{name}]}]};
  const found = await lookup.findAll([source, target].map((spec) => ({kind: 'deploymentpipelines', namespace, spec})));
  return [...new Set(found.map((pipeline) => `'${pipeline.name}'`))];
}

function toPlane(namespace: string, spec: JsonObject): Selection {
  const {kind, name} = toReference(spec);
  return kind === 'DataPlane' ? {kind: 'dataplanes', namespace, name} : {kind: 'clusterdataplanes', name};
}

function toReference(spec: JsonObject): {kind: string; name: string} {
  return {
    kind: textAt(spec, 'dataPlaneRef', 'kind') ?? 'ClusterDataPlane',
    name: textAt(spec, 'dataPlaneRef', 'name') ?? 'default',
  };
}
