import {
  type KindName,
  type Reference,
  type Resource,
  toDescription,
  toDisplayName,
  toResourcePath,
} from '@openchoreo/portal-contract';

/** Something of the platform that can be chosen and has parameters: a component type, a workflow, a trait. */
export interface SchemaChoice {
  /** `ClusterWorkflow/docker`: kind and the name that components refer to it by. */
  readonly key: string;
  readonly reference: {readonly kind: string; readonly name: string};
  readonly label: string;
  readonly description: string;
  /** Kind in the platform's paths, for the cache. */
  readonly plural: KindName;
  /** Where the platform answers with the JSON Schema of its parameters. */
  readonly schemaPath: string;
}

/** `kind` is what a reference without one means. */
export function toReferenceKey({kind, name}: Reference, fallback: string): string {
  return `${kind ?? fallback}/${name}`;
}

/** Choices by label. `toName` is how components refer to one, where that is not its name. */
export function toSchemaChoices<R extends Resource>(
  {kind, plural, namespace}: {kind: string; plural: KindName; namespace?: string},
  resources: readonly R[],
  toName: (resource: R) => string = ({metadata}) => metadata.name,
): readonly SchemaChoice[] {
  return resources
    .map((resource) => {
      const reference = {kind, name: toName(resource)};
      return {
        key: toReferenceKey(reference, kind),
        reference,
        label: toDisplayName(resource),
        description: toDescription(resource),
        plural,
        schemaPath: `${toResourcePath(plural, {namespace, name: resource.metadata.name})}/schema`,
      };
    })
    .toSorted((a, b) => a.label.localeCompare(b.label));
}
