import type {JsonObject} from '../engine/json.ts';
import type {ViewMeans} from '../engine/kind.ts';
import {toMetadata} from '../engine/to-wire.ts';
import type {Resource} from '../engine/resource.ts';
import {textAt} from '../engine/json.ts';
import {toComponentOwner} from '../kinds/owner.ts';
import {toFaultMessage} from '../controllers/judge-workload.ts';
import {readDeployment, type ClusterObject, type Deployment} from './cluster-objects.ts';

/** Everything a binding has on its plane, each object with the one that owns it; nothing when it has nothing there. */
export async function toResourceTree(binding: Resource, {lookup}: ViewMeans): Promise<JsonObject> {
  const deployment = await readDeployment(binding, lookup);
  if (!deployment) return {renderedReleases: []};
  const {objects} = deployment;
  const name = `${binding.name}-dataplane`.slice(0, 63);
  const nodes = objects.map((object) => toNode(object, deployment));
  const renderedRelease = toRenderedRelease(binding, name, objects);
  return {renderedReleases: [{name, targetPlane: 'dataplane', nodes, renderedRelease}]};
}

function toNode(object: ClusterObject, {fault, image}: Deployment): JsonObject {
  const {group, version, kind, namespace, name, uid, createdAt, parent, health} = object;
  const message = health === 'Degraded' && fault ? toFaultMessage(fault, image) : undefined;
  return {
    ...{group, version, kind, namespace, name, uid, createdAt},
    ...(parent && {parentRefs: [toReference(parent)]}),
    object: object.object,
    health: {status: health, ...(message !== undefined && {message})},
  };
}

function toReference({group, version, kind, namespace, name, uid}: ClusterObject): JsonObject {
  return {group, version, kind, namespace, name, uid};
}

function toRenderedRelease(binding: Resource, name: string, objects: readonly ClusterObject[]): JsonObject {
  const {project: projectName, component: componentName} = toComponentOwner(binding.spec);
  const rendered = objects.filter(({parent}) => !parent);
  return {
    apiVersion: 'openchoreo.dev/v1alpha1',
    kind: 'RenderedRelease',
    metadata: {...toMetadata(binding), name, annotations: {}},
    spec: {
      owner: {projectName, componentName},
      environmentName: textAt(binding.spec, 'environment') ?? '',
      targetPlane: 'dataplane',
      resources: rendered.map(({kind, object}) => ({id: kind.toLowerCase(), object})),
    },
    status: {
      conditions: [],
      resources: rendered.map(({group, version, kind, name: own, namespace, health}) => ({
        ...{id: kind.toLowerCase(), group, version, kind, name: own, namespace},
        healthStatus: health,
      })),
    },
  };
}
