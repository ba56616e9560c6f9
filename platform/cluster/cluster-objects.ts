import {contentUuid} from '../engine/content-hash.ts';
import {at, isJsonObject, listAt, textAt, type Json, type JsonObject} from '../engine/json.ts';
import type {Lookup} from '../engine/lookup.ts';
import type {Resource} from '../engine/resource.ts';
import {toTimestamp} from '../engine/timestamp.ts';
import {findImageFault, toImage, toReplicas, toWorkloadType, type ImageFault} from '../controllers/judge-workload.ts';
import {toPlaneNamespace} from '../controllers/find-plane.ts';
import {toComponentOwner} from '../kinds/owner.ts';
import {toPodNames, toRevision, toWorkloadKind, toWorkloadName} from './cluster-names.ts';

export type Health = 'Healthy' | 'Progressing' | 'Degraded' | 'Suspended' | 'Unknown';

/** One Kubernetes object of a binding, as its data plane would show it. */
export interface ClusterObject {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  readonly uid: string;
  readonly createdAt: string;
  readonly parent?: ClusterObject;
  readonly health: Health;
  readonly healthMessage?: string;
  readonly object: JsonObject;
}

/** What a binding has brought to its plane: the workload down to its pods, the service and the routes before it. */
export interface Deployment {
  readonly release: Resource;
  readonly objects: readonly ClusterObject[];
  readonly fault: ImageFault | undefined;
  readonly image: string;
  /** When what runs now was begun, in milliseconds. */
  readonly since: number;
}

/** Undefined when nothing of it is on the plane. */
export async function readDeployment(binding: Resource, lookup: Lookup): Promise<Deployment | undefined> {
  const {namespace, spec, memory} = binding;
  const name = textAt(spec, 'releaseName');
  const release = name === undefined ? undefined : await lookup.get({kind: 'componentreleases', namespace, name});
  if (memory['deployed'] !== true || !release) return undefined;
  const image = toImage(release);
  const since = Date.parse(textAt(memory, 'since') ?? '') || binding.createdAt.getTime();
  return {release, objects: toObjects(binding, release, since), fault: findImageFault(image), image, since};
}

function toObjects(binding: Resource, release: Resource, since: number): readonly ClusterObject[] {
  const {project, component} = toComponentOwner(binding.spec);
  const namespace = toPlaneNamespace(binding.namespace, project, textAt(binding.spec, 'environment') ?? '');
  const createdAt = toTimestamp(new Date(since));
  const make = (
    part: Pick<ClusterObject, 'group' | 'kind' | 'name'> & {version?: string; parent?: ClusterObject; health?: Health},
    object: JsonObject = {},
  ): ClusterObject => {
    const {group, kind, name, version = 'v1', health = 'Healthy', parent} = part;
    const uid = contentUuid({binding: binding.uid, group, kind, name});
    const apiVersion = group ? `${group}/${version}` : version;
    const metadata = {
      name,
      namespace,
      uid,
      creationTimestamp: createdAt,
      labels: {'openchoreo.dev/component': component},
    };
    return {
      ...{group, version, kind, name, namespace, uid, createdAt, health},
      ...(parent && {parent}),
      object: {apiVersion, kind, metadata, ...object},
    };
  };
  const workloadType = toWorkloadType(release);
  const name = toWorkloadName(binding);
  const health = toHealth(binding);
  const image = toImage(release);
  const replicas = workloadType === 'cronjob' ? 0 : toReplicas(binding.spec);
  const containers = [{name: 'main', image, env: toEnvironmentVariables(binding, release)}];
  const workload = make(
    {...toWorkloadKind(workloadType), name, health},
    {
      spec: {replicas, template: {spec: {containers}}},
      status: {replicas, readyReplicas: health === 'Healthy' ? replicas : 0},
    },
  );
  const revision = toRevision({uid: binding.uid, wanted: textAt(binding.memory, 'wanted') ?? ''});
  const set =
    workloadType === 'deployment'
      ? make(
          {group: 'apps', kind: 'ReplicaSet', name: `${name}-${revision}`, parent: workload, health},
          {spec: {replicas}},
        )
      : undefined;
  const pods = toPodNames(name, {workloadType, revision, replicas}).map((podName) => {
    const phase = health === 'Healthy' ? 'Running' : 'Pending';
    return make(
      {group: '', kind: 'Pod', name: podName, parent: set ?? workload, health},
      {
        spec: {containers},
        status: {phase, containerStatuses: [{name: 'main', image, ready: health === 'Healthy', restartCount: 0}]},
      },
    );
  });
  return [workload, ...(set ? [set] : []), ...pods, ...toNetwork(binding, component, make)];
}

type Make = (
  part: Pick<ClusterObject, 'group' | 'kind' | 'name'> & {version?: string; parent?: ClusterObject; health?: Health},
  object?: JsonObject,
) => ClusterObject;

function toNetwork(binding: Resource, component: string, make: Make): readonly ClusterObject[] {
  const endpoints = listAt(binding.status, 'endpoints').filter(isJsonObject);
  if (endpoints.length === 0) return [];
  const ports = endpoints.map(({name, serviceURL}) => ({name, port: at(serviceURL, 'port')}));
  const service = make({group: '', kind: 'Service', name: component}, {spec: {type: 'ClusterIP', ports}});
  const routes = endpoints
    .filter(({externalURLs, internalURLs}) => externalURLs ?? internalURLs)
    .map(({name, externalURLs, internalURLs}) => {
      const host = textAt(externalURLs ?? internalURLs, 'http', 'host') ?? '';
      const part = {group: 'gateway.networking.k8s.io', kind: 'HTTPRoute', name: `${component}-${text(name)}`};
      return make(part, {spec: {hostnames: [host]}});
    });
  return [service, ...routes];
}

/** The workload's variables, with what the binding sets over them in this environment. */
function toEnvironmentVariables({spec}: Resource, release: Resource): readonly JsonObject[] {
  const merged = new Map<string, JsonObject>();
  const own = listAt(release.spec, 'workload', 'container', 'env');
  for (const each of [...own, ...listAt(spec, 'workloadOverrides', 'container', 'env')]) {
    if (!isJsonObject(each)) continue;
    const {key, value, valueFrom} = each;
    merged.set(text(key), {
      name: key,
      ...(value !== undefined && {value}),
      ...(valueFrom !== undefined && {valueFrom}),
    });
  }
  return [...merged.values()];
}

function toHealth({status}: Resource): Health {
  const condition = listAt(status, 'conditions').find((each) => textAt(each, 'type') === 'ResourcesReady');
  const reason = textAt(condition, 'reason') ?? '';
  if (reason === 'ReadyWithSuspendedResources') return 'Suspended';
  if (textAt(condition, 'status') === 'True') return 'Healthy';
  if (reason === 'ResourcesDegraded' || reason === 'JobFailed') return 'Degraded';
  return condition ? 'Progressing' : 'Unknown';
}

function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}
