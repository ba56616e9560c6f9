import type {ComponentType, Reference} from '@openchoreo/portal-contract';
import {type SchemaChoice, toReferenceKey, toSchemaChoices} from './schema-choice.ts';

/** A component type that can be chosen: the namespace's own, or one that every namespace has. */
export interface ComponentTypeChoice extends SchemaChoice {
  readonly workloadType: string;
  /** What may build its components. Undefined: every workflow made for components. */
  readonly allowedWorkflows: readonly Reference[] | undefined;
  /** What its components may have on top of it. */
  readonly allowedTraits: readonly Reference[];
}

/** The namespace's own types first, each group by label. */
export function toTypeChoices(
  namespace: string,
  own: readonly ComponentType[],
  shared: readonly ComponentType[],
): readonly ComponentTypeChoice[] {
  return [
    ...toChoices({kind: 'ComponentType', plural: 'componenttypes', namespace}, own),
    ...toChoices({kind: 'ClusterComponentType', plural: 'clustercomponenttypes'}, shared),
  ];
}

export function toTypeKey(reference: Reference): string {
  return toReferenceKey(reference, 'ComponentType');
}

function toChoices(
  group: Parameters<typeof toSchemaChoices>[0],
  types: readonly ComponentType[],
): readonly ComponentTypeChoice[] {
  const toName = ({metadata, spec}: ComponentType): string => `${spec?.workloadType ?? ''}/${metadata.name}`;
  return toSchemaChoices(group, types, toName).map((choice) => {
    const spec = types.find((type) => toName(type) === choice.reference.name)?.spec;
    const workflows = spec?.allowedWorkflows;
    return {
      ...choice,
      workloadType: spec?.workloadType ?? '',
      allowedWorkflows: workflows?.length ? workflows : undefined,
      allowedTraits: spec?.allowedTraits ?? [],
    };
  });
}
