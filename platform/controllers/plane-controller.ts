import type {Controller} from '../engine/controller.ts';
import {at} from '../engine/json.ts';
import {toTimestamp} from '../engine/timestamp.ts';
import {DURATION, toMoment} from './pace.ts';

/** Set on a plane to cut its agent off, or to let it connect again: `disconnected`, or anything else. */
export const AGENT = 'openchoreo.dev/simulated-agent';

/**
 * Plays the agent of a plane: it connects some time after the plane is made known, and stays, unless the plane is
 * annotated otherwise. Its heartbeat is told from the clock when it is read.
 */
export const controlPlane: Controller = ({resource, now, pace}) => {
  const {status, memory, annotations} = resource;
  const isConnected = at(status, 'agentConnection', 'connected') === true;
  const known = at(status, 'agentConnection') as Readonly<Record<string, string>> | undefined;
  const wanted = annotations[AGENT] !== 'disconnected';
  if (resource.deletionRequestedAt || wanted === isConnected) return {memory: {}};
  if (!wanted) {
    const message = 'The agent closed the connection';
    const time = {lastDisconnectedTime: toTimestamp(now), lastHeartbeatTime: toTimestamp(now)};
    return {status: {...status, agentConnection: {...known, connected: false, connectedAgents: 0, message, ...time}}};
  }
  const since = toMoment(memory['since'], now);
  const remaining = since + DURATION.agent * pace - now.getTime();
  if (remaining > 0) return {memory: {since: new Date(since).toISOString()}, again: remaining};
  const connection = {connected: true, connectedAgents: 1, message: '1 agent connected'};
  const times = {lastConnectedTime: toTimestamp(now), lastHeartbeatTime: toTimestamp(now)};
  return {memory: {}, status: {...status, agentConnection: {...known, ...connection, ...times}}};
};
