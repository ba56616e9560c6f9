import type {Reference, SchemaType} from '@openchoreo/portal-contract';
import {type SchemaChoice, toReferenceKey, toSchemaChoices} from './schema-choice.ts';

/** The traits that a component type allows; the namespace's own first, each group by label. None are without its word. */
export function toTraitChoices(
  namespace: string,
  own: readonly SchemaType[],
  shared: readonly SchemaType[],
  allowed: readonly Reference[],
): readonly SchemaChoice[] {
  const keys = new Set(allowed.map(toTraitKey));
  return [
    ...toSchemaChoices({kind: 'Trait', plural: 'traits', namespace}, own),
    ...toSchemaChoices({kind: 'ClusterTrait', plural: 'clustertraits'}, shared),
  ].filter(({key}) => keys.has(key));
}

export function toTraitKey(reference: Reference): string {
  return toReferenceKey(reference, 'Trait');
}
