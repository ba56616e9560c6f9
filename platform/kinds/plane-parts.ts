import {z} from 'zod';
import {controlPlane} from '../controllers/plane-controller.ts';
import {notReady, ready} from '../engine/condition.ts';
import {at, isJsonObject, type JsonObject} from '../engine/json.ts';
import type {ResourceKind} from '../engine/kind.ts';
import type {Selection} from '../engine/lookup.ts';
import {toTimestamp} from '../engine/timestamp.ts';
import {toReferenceKey} from './references.ts';

const HEARTBEAT_MILLISECONDS = 30_000;

const valueFrom = z.object({
  secretKeyRef: z
    .object({name: z.string().optional(), namespace: z.string().optional(), key: z.string().optional()})
    .optional(),
  value: z.string().optional(),
});

/** What every plane says of the cluster behind it. */
export const clusterParts = {
  planeID: z.string().max(63).optional(),
  clusterAgent: z.object({clientCA: valueFrom.optional()}).optional(),
};

export const planeParts = {...clusterParts, secretStoreRef: z.object({name: z.string().optional()}).optional()};

/** The plane that watches this one: its deletion may have waited for this. */
export function toObservability(namespace: string, spec: JsonObject): readonly Selection[] {
  const reference = spec['observabilityPlaneRef'];
  return reference === undefined ? [] : [toReferenceKey(reference, namespace, 'ObservabilityPlane')];
}

/** What every plane has by the agent that connects from its cluster. */
export const agentParts = {
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
  controller: controlPlane,
} satisfies Partial<ResourceKind>;
