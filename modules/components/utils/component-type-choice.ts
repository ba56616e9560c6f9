import {type ComponentType, type Reference, toDescription, toDisplayName} from '@openchoreo/portal-contract';

/** A component type that can be chosen: the namespace's own, or one that every namespace has. */
export interface ComponentTypeChoice {
  /** `ClusterComponentType/deployment/service`: kind and the name that components refer to it by. */
  readonly key: string;
  readonly reference: {readonly kind: 'ComponentType' | 'ClusterComponentType'; readonly name: string};
  readonly label: string;
  readonly description: string;
  readonly workloadType: string;
  /** Where the platform answers with the JSON Schema of its parameters. */
  readonly schemaPath: string;
}

/** The namespace's own types first, each group by label. */
export function toTypeChoices(
  namespace: string,
  own: readonly ComponentType[],
  shared: readonly ComponentType[],
): readonly ComponentTypeChoice[] {
  const base = `/api/v1/namespaces/${encodeURIComponent(namespace)}/componenttypes`;
  return [
    ...toChoices('ComponentType', base, own),
    ...toChoices('ClusterComponentType', '/api/v1/clustercomponenttypes', shared),
  ];
}

export function toTypeKey({kind = 'ComponentType', name}: Reference): string {
  return `${kind}/${name}`;
}

function toChoices(
  kind: ComponentTypeChoice['reference']['kind'],
  base: string,
  types: readonly ComponentType[],
): readonly ComponentTypeChoice[] {
  return types
    .map((type) => {
      const workloadType = type.spec?.workloadType ?? '';
      const reference = {kind, name: `${workloadType}/${type.metadata.name}`} as const;
      return {
        key: toTypeKey(reference),
        reference,
        label: toDisplayName(type),
        description: toDescription(type),
        workloadType,
        schemaPath: `${base}/${encodeURIComponent(type.metadata.name)}/schema`,
      };
    })
    .toSorted((a, b) => a.label.localeCompare(b.label));
}
