import {z} from 'zod';
import type {ResourceKind} from '../engine/kind.ts';
import type {Lookup, Selection} from '../engine/lookup.ts';
import {agentParts, clusterParts} from './plane-parts.ts';

const spec = z.object({
  ...clusterParts,
  observerURL: z.string().optional(),
  rcaAgentURL: z.string().optional(),
  finOpsAgentURL: z.string().optional(),
});

const DATA_AND_WORKFLOWS = ['dataplanes', 'workflowplanes'] as const;

export const observabilityPlane: ResourceKind = {
  ...agentParts,
  plural: 'observabilityplanes',
  kind: 'ObservabilityPlane',
  scope: 'namespace',
  resource: 'observabilityplane',
  spec,
  hierarchy: ({namespace}) => ({namespace}),
  blocked: {
    then: 'linger',
    async by({namespace, name}, lookup) {
      const use = toUse('ObservabilityPlane', name);
      return findPlanes(
        DATA_AND_WORKFLOWS.map((kind) => ({kind, namespace, spec: use})),
        lookup,
      );
    },
  },
};

export const clusterObservabilityPlane: ResourceKind = {
  ...agentParts,
  plural: 'clusterobservabilityplanes',
  kind: 'ClusterObservabilityPlane',
  scope: 'cluster',
  resource: 'clusterobservabilityplane',
  spec,
  hierarchy: () => ({}),
  blocked: {
    then: 'linger',
    async by({name}, lookup) {
      const use = toUse('ClusterObservabilityPlane', name);
      const kinds = [...DATA_AND_WORKFLOWS, ...DATA_AND_WORKFLOWS.map((kind) => `cluster${kind}`)];
      return findPlanes(
        kinds.map((kind) => ({kind, spec: use})),
        lookup,
      );
    },
  },
};

function toUse(kind: string, name: string): NonNullable<Selection['spec']> {
  return {observabilityPlaneRef: {kind, name}};
}

async function findPlanes(selections: readonly Selection[], lookup: Lookup): Promise<string | undefined> {
  const users = await lookup.findAll(selections);
  return users.length > 0 ? `used by plane ${users.map(({name}) => `'${name}'`).join(', ')}` : undefined;
}
