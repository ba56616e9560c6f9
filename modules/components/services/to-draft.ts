import {DESCRIPTION, DISPLAY_NAME} from '@openchoreo/portal-contract';
import type {ComponentDraft, ComponentObjects, EndpointRow, Kept, TraitRow} from '../types/component-draft.ts';
import {toTypeKey} from '../utils/component-type-choice.ts';
import type {FieldValue} from '../utils/schema-fields.ts';
import type {FieldValues} from '../utils/schema-values.ts';
import {toText} from '../utils/to-text.ts';
import {toTraitKey} from '../utils/trait-choice.ts';
import {toWorkflowKey} from '../utils/workflow-choice.ts';

/**
 * What the form shows of the objects. What they say nothing of stays as it was typed before: the source that is not chosen,
 * and whether to build.
 */
export function toDraft({component, workload}: ComponentObjects, before: ComponentDraft): ComponentDraft {
  const {metadata, spec} = component;
  const {container, endpoints = {}} = workload?.spec ?? {};
  const source = spec?.workflow ? 'repository' : workload ? 'image' : before.source;
  return {
    ...before,
    project: spec?.owner.projectName ?? '',
    name: metadata.name,
    displayName: metadata.annotations?.[DISPLAY_NAME] ?? '',
    description: metadata.annotations?.[DESCRIPTION] ?? '',
    type: spec?.componentType.name ? toTypeKey(spec.componentType) : '',
    parameters: toValues(spec?.parameters),
    autoDeploy: spec?.autoDeploy ?? false,
    traits: (spec?.traits ?? []).map((trait) => toTraitRow(trait as Kept)),
    source,
    ...(spec?.workflow && {
      workflow: spec.workflow.name ? toWorkflowKey(spec.workflow) : '',
      workflowParameters: toValues(spec.workflow.parameters),
    }),
    ...(workload
      ? {
          image: container?.image ?? '',
          variables: (container?.env ?? []).map(({key, value, ...rest}) =>
            value === undefined ? {name: key, value: '', kept: rest} : {name: key, value},
          ),
          endpoints: Object.entries(endpoints).map(([name, endpoint]) => toEndpointRow(name, endpoint)),
        }
      : source === 'image' && {image: '', variables: [], endpoints: []}),
    kept: {component, workload},
  };
}

function toEndpointRow(name: string, endpoint: Kept): EndpointRow {
  const {type, port, visibility, ...kept} = endpoint;
  const seen = (Array.isArray(visibility) ? visibility : []) as readonly string[];
  return {
    name,
    type: String(type),
    port: toText(port ?? ''),
    visibility: seen.filter((one) => one !== 'project'),
    kept,
  };
}

function toTraitRow({kind, name, instanceName, ...kept}: Kept): TraitRow {
  const reference = {name: String(name), ...(typeof kind === 'string' && {kind})};
  return {
    trait: toTraitKey(reference),
    instanceName: String(instanceName),
    parameters: toValues(kept['parameters']),
    kept,
  };
}

/** Every text, number and yes or no in the parameters, by field key. Lists have no fields and stay where they are. */
function toValues(parameters: unknown, path: readonly string[] = []): FieldValues {
  const values: Record<string, FieldValue> = {};
  if (typeof parameters !== 'object' || parameters === null || Array.isArray(parameters)) return values;
  for (const [name, value] of Object.entries(parameters)) {
    const at = [...path, name];
    if (typeof value === 'boolean') values[at.join('.')] = value;
    else if (typeof value === 'string' || typeof value === 'number') values[at.join('.')] = String(value);
    else Object.assign(values, toValues(value, at));
  }
  return values;
}
