import type {ConditionState} from '../engine/condition.ts';
import {at, textAt, type JsonObject} from '../engine/json.ts';
import type {Lookup} from '../engine/lookup.ts';
import type {Resource} from '../engine/resource.ts';
import {contentHash} from '../engine/content-hash.ts';
import {toReferenceKey} from '../kinds/references.ts';

/** Where something is to run: an environment and the data plane behind it. */
export interface Site {
  readonly environment: Resource;
  readonly plane: Resource;
}

/** The reason and sentence of why there is no such place. */
export type Obstacle = Pick<ConditionState, 'reason' | 'message'>;

export async function findSite(namespace: string, name: string, lookup: Lookup): Promise<Site | Obstacle> {
  const environment = await lookup.get({kind: 'environments', namespace, name});
  if (!environment) return {reason: 'EnvironmentNotFound', message: `Environment '${name}' not found`};
  const reference = environment.spec['dataPlaneRef'] ?? {kind: 'ClusterDataPlane', name: 'default'};
  const plane = await lookup.get(toReferenceKey(reference, namespace, 'ClusterDataPlane'));
  if (plane) return {environment, plane};
  const kind = textAt(reference, 'kind') ?? 'ClusterDataPlane';
  const message = `${kind} '${textAt(reference, 'name') ?? ''}' of environment '${name}' not found`;
  return {reason: 'DataPlaneNotFound', message};
}

/** Why nothing can be brought to the plane now; undefined when its agent is there to take it. */
export function findDisconnection({plane}: Site): Obstacle | undefined {
  if (at(plane.status, 'agentConnection', 'connected') === true) return undefined;
  const message = `No agent of data plane '${plane.name}' is connected; it is applied as soon as one is`;
  return {reason: 'ResourceApplyFailed', message};
}

/** The namespace on the data plane in which a project runs in one environment. */
export function toPlaneNamespace(namespace: string, project: string, environment: string): string {
  const words = [namespace, project, environment].map((word) => word.slice(0, 14).replace(/-+$/, ''));
  return `dp-${words.join('-')}-${contentHash({namespace, project, environment})}`;
}

/** The host under which a network of the plane's gateway is reached, and its port; the environment's own comes first. */
export function findListener(
  {environment, plane}: Site,
  network: 'external' | 'internal',
): {readonly host: string; readonly port: number} | undefined {
  for (const {spec} of [environment, plane]) {
    const listener = at(spec, 'gateway', 'ingress', network, 'http') as JsonObject | undefined;
    const host = textAt(listener, 'host');
    if (host !== undefined) return {host, port: typeof listener?.['port'] === 'number' ? listener['port'] : 80};
  }
  return undefined;
}
