import type {DataPlane} from '@openchoreo/portal-contract';
import {type ResourceStatus, toResourceStatus} from './resource-status.ts';

/** The state of a data plane: without its agent nothing can be deployed there, whatever its conditions say. */
export function toPlaneStatus(plane: DataPlane): ResourceStatus {
  const {agentConnection} = plane.status ?? {};
  if (agentConnection?.connected === false) {
    return {key: 'status.agent-disconnected', tone: 'danger', detail: agentConnection.message ?? ''};
  }
  const status = toResourceStatus(plane);
  const isWell = status.key === 'status.ready' || (status.key === 'status.pending' && agentConnection?.connected);
  return isWell ? {...status, key: 'status.connected', tone: 'success'} : status;
}
