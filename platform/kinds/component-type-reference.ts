import {textAt, type JsonObject} from '../engine/json.ts';
import type {Lookup} from '../engine/lookup.ts';
import type {Resource, ResourceKey} from '../engine/resource.ts';

/** Where the type of a component is: its spec says `{workloadType}/{name}`, the type itself is called `{name}`. */
function toTypeKey(namespace: string, spec: JsonObject): ResourceKey {
  const name = toTypeName(spec).split('/')[1] ?? '';
  if (isClusterType(spec)) return {kind: 'clustercomponenttypes', namespace: '', name};
  return {kind: 'componenttypes', namespace, name};
}

/** The type of a component; undefined when there is none of that name, or it is for another workload type. */
export async function findType(namespace: string, spec: JsonObject, lookup: Lookup): Promise<Resource | undefined> {
  const type = await lookup.get(toTypeKey(namespace, spec));
  const workloadType = toTypeName(spec).split('/')[0];
  return type && textAt(type.spec, 'workloadType') === workloadType ? type : undefined;
}

/** What conditions call the type: `{namespace}/{name}` for a namespaced one, `{name}` for a cluster's. */
export function toTypeAttribute(namespace: string, spec: JsonObject): string {
  return isClusterType(spec) ? toTypeName(spec) : `${namespace}/${toTypeName(spec)}`;
}

export function toTypeName(spec: JsonObject): string {
  return textAt(spec, 'componentType', 'name') ?? '';
}

function isClusterType(spec: JsonObject): boolean {
  return textAt(spec, 'componentType', 'kind') === 'ClusterComponentType';
}
