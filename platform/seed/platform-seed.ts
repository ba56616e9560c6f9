import {AGENT} from '../controllers/plane-controller.ts';
import {toTimestamp} from '../engine/timestamp.ts';
import type {JsonObject} from '../engine/json.ts';
import type {SeedObject} from './seed.ts';

const HOUR_MILLISECONDS = 3_600_000;
const DAY_HOURS = 24;

/** A data plane with an agent that answers. Its heartbeat is told from the clock when it is read. */
export function createConnectedPlane(
  plane: Pick<SeedObject, 'name' | 'namespace' | 'displayName' | 'description'> & {host: string},
): SeedObject {
  const {host, ...about} = plane;
  const kind = about.namespace === undefined ? 'clusterdataplanes' : 'dataplanes';
  return {...about, kind, daysOld: 210, spec: toDataPlaneSpec(about.name, host), status: toConnected};
}

/** What a cluster runs on: a plane each for data, workflows and observability, all named `default`. */
export function createPlanes(
  plane: Pick<SeedObject, 'displayName' | 'description'> & {host: string},
): readonly SeedObject[] {
  const about = {name: 'default', daysOld: 210, status: toConnected};
  const observabilityPlaneRef = {kind: 'ClusterObservabilityPlane', name: 'default'};
  const displayName = plane.displayName ?? 'Default';
  return [
    {
      ...{...about, kind: 'clusterobservabilityplanes', displayName: `${displayName} observability`},
      description: 'Logs, metrics and traces',
      spec: {planeID: 'default', clusterAgent: toAgent('default')},
    },
    createConnectedPlane({...plane, name: 'default'}),
    {
      ...{...about, kind: 'clusterworkflowplanes', displayName: `${displayName} builds`},
      description: 'Builds and other workflows',
      spec: {
        planeID: 'default',
        clusterAgent: toAgent('default'),
        secretStoreRef: {name: 'default'},
        observabilityPlaneRef,
      },
    },
  ];
}

/** A plane whose agent was last heard of hours ago. */
export function createDegradedPlane(
  plane: Pick<SeedObject, 'name' | 'namespace' | 'displayName' | 'description'> & {host: string},
): SeedObject {
  const {host, ...about} = plane;
  return {
    ...about,
    kind: 'dataplanes',
    daysOld: 120,
    spec: toDataPlaneSpec(about.name, host),
    status: (now) => ({
      agentConnection: {
        connected: false,
        connectedAgents: 0,
        lastConnectedTime: hoursBefore(now, 4 * DAY_HOURS),
        lastDisconnectedTime: hoursBefore(now, 5),
        lastHeartbeatTime: hoursBefore(now, 5),
        message: 'No heartbeat for 5 hours: the agent closed the connection',
      },
    }),
    annotations: {[AGENT]: 'disconnected'},
  };
}

function toConnected(now: Date): JsonObject {
  return {
    agentConnection: {
      connected: true,
      connectedAgents: 2,
      lastConnectedTime: hoursBefore(now, 9 * DAY_HOURS),
      lastHeartbeatTime: hoursBefore(now, 0),
      message: '2 agents connected',
    },
  };
}

/** Environments and the pipeline `default` through them, in the order given. */
export function createPipeline(namespace: string, environments: readonly SeedObject[]): readonly SeedObject[] {
  const names = environments.map(({name}) => ({kind: 'Environment', name}));
  const promotionPaths = names
    .slice(0, -1)
    .map((source, index) => ({sourceEnvironmentRef: source, targetEnvironmentRefs: names.slice(index + 1, index + 2)}));
  const pipeline = {kind: 'deploymentpipelines', namespace, name: 'default', displayName: 'Default pipeline'};
  return [
    ...environments,
    {...pipeline, description: `From ${names.map(({name}) => name).join(' to ')}`, spec: {promotionPaths}},
  ];
}

function toDataPlaneSpec(planeID: string, host: string): JsonObject {
  const listener = {listenerName: 'http', port: 80, host};
  return {
    planeID,
    clusterAgent: toAgent(planeID),
    gateway: {ingress: {external: {name: 'gateway-external', namespace: 'openchoreo-data-plane', http: listener}}},
    secretStoreRef: {name: 'default'},
    observabilityPlaneRef: {kind: 'ClusterObservabilityPlane', name: 'default'},
  };
}

function toAgent(planeID: string): JsonObject {
  return {clientCA: {secretKeyRef: {name: `${planeID}-agent-ca`, namespace: 'openchoreo-system', key: 'ca.crt'}}};
}

function hoursBefore(now: Date, hours: number): string {
  return toTimestamp(new Date(now.getTime() - hours * HOUR_MILLISECONDS));
}
