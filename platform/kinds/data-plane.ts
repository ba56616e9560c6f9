import {z} from 'zod';
import type {ResourceKind} from '../engine/kind.ts';
import type {Lookup, Selection} from '../engine/lookup.ts';
import {toWaiting} from './environment.ts';
import {agentParts, planeParts, toObservability} from './plane-parts.ts';
import {gatewaySchema, kindedReferenceSchema} from './spec-parts.ts';

const parts = {...planeParts, gateway: gatewaySchema.optional()};

export const dataPlane: ResourceKind = {
  ...agentParts,
  plural: 'dataplanes',
  kind: 'DataPlane',
  scope: 'namespace',
  resource: 'dataplane',
  spec: z.object({
    ...parts,
    observabilityPlaneRef: kindedReferenceSchema(['ObservabilityPlane', 'ClusterObservabilityPlane']).optional(),
  }),
  hierarchy: ({namespace}) => ({namespace}),
  blocked: {
    then: 'linger',
    by: async ({namespace, name}, lookup) =>
      findEnvironments({namespace, reference: {kind: 'DataPlane', name}}, lookup),
  },
  related: ({namespace, name, spec}, action) =>
    action === 'updated'
      ? toObservability(namespace, spec)
      : [
          {kind: 'environments', namespace, spec: {dataPlaneRef: {kind: 'DataPlane', name}}},
          ...toObservability(namespace, spec),
        ],
  wakes: async ({namespace, name}, _, lookup) => findWaiting({namespace, reference: {kind: 'DataPlane', name}}, lookup),
};

export const clusterDataPlane: ResourceKind = {
  ...agentParts,
  plural: 'clusterdataplanes',
  kind: 'ClusterDataPlane',
  scope: 'cluster',
  resource: 'clusterdataplane',
  spec: z.object({
    ...parts,
    observabilityPlaneRef: kindedReferenceSchema(['ClusterObservabilityPlane']).optional(),
  }),
  hierarchy: () => ({}),
  blocked: {
    then: 'linger',
    by: async ({name}, lookup) => findEnvironments({reference: {kind: 'ClusterDataPlane', name}}, lookup),
  },
  related: ({namespace, name, spec}, action) =>
    action === 'updated'
      ? toObservability(namespace, spec)
      : [
          {kind: 'environments', spec: {dataPlaneRef: {kind: 'ClusterDataPlane', name}}},
          ...toObservability(namespace, spec),
        ],
  wakes: async ({name}, _, lookup) => findWaiting({reference: {kind: 'ClusterDataPlane', name}}, lookup),
};

interface PlaneUse {
  readonly namespace?: string;
  readonly reference: {readonly kind: string; readonly name: string};
}

function toUse({namespace, reference}: PlaneUse): Selection {
  return {kind: 'environments', spec: {dataPlaneRef: reference}, ...(namespace !== undefined && {namespace})};
}

async function findEnvironments(use: PlaneUse, lookup: Lookup): Promise<string | undefined> {
  const users = await lookup.find(toUse(use));
  if (users.length === 0) return undefined;
  return `used by environment ${users.map((user) => `'${user.namespace}/${user.name}'`).join(', ')}`;
}

/** What could not be brought to the plane until now. */
async function findWaiting(use: PlaneUse, lookup: Lookup): Promise<readonly Selection[]> {
  return (await lookup.find(toUse(use))).flatMap(toWaiting);
}
