import type {JsonObject} from './json.ts';
import type {ResourceKind} from './kind.ts';
import type {Resource} from './resource.ts';
import {toTimestamp} from './timestamp.ts';

/** The object as the API shows it. */
export function toWire(kind: ResourceKind, resource: Resource, now: Date): JsonObject {
  return {
    ...(!kind.bare && {apiVersion: 'openchoreo.dev/v1alpha1', kind: kind.kind}),
    metadata: toMetadata(resource),
    ...(kind.spec && {spec: resource.spec}),
    ...(!kind.withoutStatus && {status: kind.statusAt?.(resource.status, now) ?? resource.status}),
  };
}

/** Names, labels and times of an object as the API shows them. */
export function toMetadata({
  name,
  namespace,
  uid,
  labels,
  annotations,
  createdAt,
  deletionRequestedAt,
}: Resource): JsonObject {
  return {
    name,
    ...(namespace !== '' && {namespace}),
    uid,
    ...(Object.keys(labels).length > 0 && {labels}),
    ...(Object.keys(annotations).length > 0 && {annotations}),
    creationTimestamp: toTimestamp(createdAt),
    ...(deletionRequestedAt && {deletionTimestamp: toTimestamp(deletionRequestedAt), deletionGracePeriodSeconds: 0}),
  };
}
