import {textAt, type Json} from '../engine/json.ts';
import type {ResourceKey} from '../engine/resource.ts';

/** Where the object of a reference `{kind, name}` is: in the namespace, or with the cluster when its kind says so. */
export function toReferenceKey(reference: Json | undefined, namespace: string, fallback: string): ResourceKey {
  const kind = textAt(reference, 'kind') ?? fallback;
  const ofCluster = kind.startsWith('Cluster');
  return {kind: `${kind.toLowerCase()}s`, namespace: ofCluster ? '' : namespace, name: textAt(reference, 'name') ?? ''};
}

/** What role conditions call it: `{namespace}/{name}`, or `{name}` when it belongs to the cluster. */
export function toReferenceAttribute(reference: Json | undefined, namespace: string, fallback: string): string {
  const {namespace: place, name} = toReferenceKey(reference, namespace, fallback);
  return place === '' ? name : `${place}/${name}`;
}
