import {z} from 'zod';
import type {ResourceKind} from '../engine/kind.ts';
import type {Lookup, Selection} from '../engine/lookup.ts';
import {agentParts, planeParts, toObservability} from './plane-parts.ts';
import {kindedReferenceSchema} from './spec-parts.ts';

export const workflowPlane: ResourceKind = {
  ...agentParts,
  plural: 'workflowplanes',
  kind: 'WorkflowPlane',
  scope: 'namespace',
  resource: 'workflowplane',
  spec: z.object({
    ...planeParts,
    observabilityPlaneRef: kindedReferenceSchema(['ObservabilityPlane', 'ClusterObservabilityPlane']).optional(),
  }),
  hierarchy: ({namespace}) => ({namespace}),
  related: ({namespace, spec}) => toObservability(namespace, spec),
  blocked: {
    then: 'linger',
    by: async ({namespace, name}, lookup) =>
      findWorkflows([{kind: 'workflows', namespace, spec: toUse('WorkflowPlane', name)}], lookup),
  },
};

export const clusterWorkflowPlane: ResourceKind = {
  ...agentParts,
  plural: 'clusterworkflowplanes',
  kind: 'ClusterWorkflowPlane',
  scope: 'cluster',
  resource: 'clusterworkflowplane',
  spec: z.object({
    ...planeParts,
    observabilityPlaneRef: kindedReferenceSchema(['ClusterObservabilityPlane']).optional(),
  }),
  hierarchy: () => ({}),
  related: ({namespace, spec}) => toObservability(namespace, spec),
  blocked: {
    then: 'linger',
    async by({name}, lookup) {
      const spec = toUse('ClusterWorkflowPlane', name);
      return findWorkflows(
        [
          {kind: 'clusterworkflows', spec},
          {kind: 'workflows', spec},
        ],
        lookup,
      );
    },
  },
};

function toUse(kind: string, name: string): NonNullable<Selection['spec']> {
  return {workflowPlaneRef: {kind, name}};
}

async function findWorkflows(selections: readonly Selection[], lookup: Lookup): Promise<string | undefined> {
  const users = await lookup.findAll(selections);
  return users.length > 0 ? `used by workflow ${users.map(({name}) => `'${name}'`).join(', ')}` : undefined;
}
