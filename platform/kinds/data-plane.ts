import {z} from 'zod';
import {notReady, ready} from '../engine/condition.ts';
import {at, isJsonObject, type JsonObject} from '../engine/json.ts';
import type {ResourceKind} from '../engine/kind.ts';
import type {Lookup} from '../engine/lookup.ts';
import {toTimestamp} from '../engine/timestamp.ts';
import {gatewaySchema, kindedReferenceSchema} from './spec-parts.ts';

const HEARTBEAT_MILLISECONDS = 30_000;

const valueFrom = z.object({
  secretKeyRef: z
    .object({name: z.string().optional(), namespace: z.string().optional(), key: z.string().optional()})
    .optional(),
  value: z.string().optional(),
});

const parts = {
  planeID: z.string().max(63).optional(),
  clusterAgent: z.object({clientCA: valueFrom.optional()}).optional(),
  gateway: gatewaySchema.optional(),
  secretStoreRef: z.object({name: z.string().optional()}).optional(),
};

const shared = {
  initialStatus: {agentConnection: {connected: false, connectedAgents: 0, message: 'No agent has connected yet'}},
  conditions({name, status}: {name: string; status: JsonObject}) {
    if (at(status, 'agentConnection', 'connected') === true) {
      return [ready('AgentConnected', `The agent of '${name}' is connected`)];
    }
    return [notReady('AgentDisconnected', `No agent of '${name}' is connected`)];
  },
  statusAt(status: JsonObject, now: Date) {
    const connection = at(status, 'agentConnection');
    if (!isJsonObject(connection) || connection['connected'] !== true) return status;
    const beat = new Date(Math.floor(now.getTime() / HEARTBEAT_MILLISECONDS) * HEARTBEAT_MILLISECONDS);
    return {...status, agentConnection: {...connection, lastHeartbeatTime: toTimestamp(beat)}};
  },
} satisfies Partial<ResourceKind>;

export const dataPlane: ResourceKind = {
  ...shared,
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
  related: ({namespace, name}, action) =>
    action === 'updated' ? [] : [{kind: 'environments', namespace, spec: {dataPlaneRef: {kind: 'DataPlane', name}}}],
};

export const clusterDataPlane: ResourceKind = {
  ...shared,
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
  related: ({name}, action) =>
    action === 'updated' ? [] : [{kind: 'environments', spec: {dataPlaneRef: {kind: 'ClusterDataPlane', name}}}],
};

async function findEnvironments(
  {namespace, reference}: {namespace?: string; reference: {kind: string; name: string}},
  lookup: Lookup,
): Promise<string | undefined> {
  const selection = {
    kind: 'environments',
    spec: {dataPlaneRef: reference},
    ...(namespace !== undefined && {namespace}),
  };
  const users = await lookup.find(selection);
  if (users.length === 0) return undefined;
  return `used by environment ${users.map((user) => `'${user.namespace}/${user.name}'`).join(', ')}`;
}
