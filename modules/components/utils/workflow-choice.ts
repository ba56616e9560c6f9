import type {Reference, SchemaType} from '@openchoreo/portal-contract';
import {type SchemaChoice, toReferenceKey, toSchemaChoices} from './schema-choice.ts';

const TYPE = 'openchoreo.dev/workflow-type';

/** The workflows that build components; the namespace's own first, each group by label. */
export function toWorkflowChoices(
  namespace: string,
  own: readonly SchemaType[],
  shared: readonly SchemaType[],
): readonly SchemaChoice[] {
  return [
    ...toSchemaChoices({kind: 'Workflow', plural: 'workflows', namespace}, own.filter(buildsComponents)),
    ...toSchemaChoices({kind: 'ClusterWorkflow', plural: 'clusterworkflows'}, shared.filter(buildsComponents)),
  ];
}

export function toWorkflowKey(reference: Reference): string {
  return toReferenceKey(reference, 'ClusterWorkflow');
}

/** Those of the choices that a component type allows. */
export function toAllowedWorkflows(
  choices: readonly SchemaChoice[],
  allowed: readonly Reference[] | undefined,
): readonly SchemaChoice[] {
  if (!allowed) return choices;
  const keys = new Set(allowed.map(toWorkflowKey));
  return choices.filter(({key}) => keys.has(key));
}

function buildsComponents({metadata}: SchemaType): boolean {
  return metadata.labels?.[TYPE] === 'component';
}
