import type {OpenChoreoClient} from './client.ts';
import {KINDS, type KindName, type ResourceOf} from './kinds.ts';
import type {Scope} from '../scope.ts';

/**
 * Keys of everything the portal caches from the platform: `['openchoreo', kind, scope, params]`. Data of one kind and
 * scope has one key whoever asks, so a change made by one module refreshes all others that show the same.
 */
export type OpenChoreoKey = readonly ['openchoreo', KindName | 'authz', Scope, Readonly<Record<string, unknown>>];

export interface OpenChoreoQuery<T> {
  readonly queryKey: OpenChoreoKey;
  readonly queryFn: (context: {signal: AbortSignal}) => Promise<T>;
}

/** All objects of a kind in the scope (only the part of the scope that the kind's list can be narrowed by counts). */
export function listQuery<K extends KindName>(
  client: OpenChoreoClient,
  kind: K,
  scope: Scope,
): OpenChoreoQuery<readonly ResourceOf<K>[]> {
  const {queryKey} = toListKey(kind, scope);
  return {queryKey, queryFn: ({signal}) => client.listAll(kind, {...queryKey[2], signal, shared: true})};
}

/** One object by name. */
export function resourceQuery<K extends KindName>(
  client: OpenChoreoClient,
  kind: K,
  scope: Scope,
  name: string,
): OpenChoreoQuery<ResourceOf<K>> {
  const at: Scope = KINDS[kind].namespaced && scope.namespace ? {namespace: scope.namespace} : {};
  return {
    queryKey: ['openchoreo', kind, at, {name}],
    queryFn: ({signal}) => client.get(kind, {namespace: at.namespace, name}, {signal, shared: true}),
  };
}

/** The key of `listQuery` without a client: the gateway fills the page's first data under it. */
export function toListKey(kind: KindName, scope: Scope): {queryKey: OpenChoreoKey} {
  const {namespaced, filters} = KINDS[kind];
  const narrowed: Record<string, string> = {};
  if (namespaced && scope.namespace) narrowed['namespace'] = scope.namespace;
  for (const filter of filters) {
    const value = scope[filter];
    if (value) narrowed[filter] = value;
  }
  return {queryKey: ['openchoreo', kind, narrowed, {}]};
}
