import {type Component, DESCRIPTION, DISPLAY_NAME, type Workload} from '@openchoreo/portal-contract';
import type {ComponentDraft} from '../types/component-draft.ts';
import type {ComponentTypeChoice} from '../utils/component-type-choice.ts';
import type {SchemaChoice} from '../utils/schema-choice.ts';
import type {SchemaField} from '../utils/schema-fields.ts';
import {toParameters} from '../utils/schema-values.ts';
import {withAnnotations} from './with-annotations.ts';

/** What was chosen for a new component, and the fields each choice asks for. */
export interface ComponentChoices {
  readonly type: ComponentTypeChoice;
  readonly fields: readonly SchemaField[];
  /** What builds it, where it comes from a repository. */
  readonly workflow?: SchemaChoice | undefined;
  readonly workflowFields?: readonly SchemaField[] | undefined;
}

/** A new component from what was typed. */
export function toComponent(namespace: string, draft: ComponentDraft, choices: ComponentChoices): Component {
  const {type, fields, workflow, workflowFields = []} = choices;
  return {
    apiVersion: 'openchoreo.dev/v1alpha1',
    kind: 'Component',
    metadata: withAnnotations({name: draft.name, namespace}, toAnnotations(draft)),
    spec: {
      owner: {projectName: draft.project},
      componentType: type.reference,
      autoDeploy: draft.autoDeploy,
      parameters: toParameters(fields, draft.parameters),
      ...(workflow && {
        workflow: {...workflow.reference, parameters: toParameters(workflowFields, draft.workflowParameters)},
      }),
    },
  };
}

/** The component with what was typed; what the form does not show stays, since the platform replaces all of it. */
export function toChangedComponent(
  component: Component,
  draft: ComponentDraft,
  fields: readonly SchemaField[],
): Component {
  const {spec} = component;
  if (!spec) throw new TypeError(`The component ${component.metadata.name} has no spec`);
  return {
    ...component,
    metadata: withAnnotations(component.metadata, toAnnotations(draft)),
    spec: {...spec, parameters: toParameters(fields, draft.parameters, spec.parameters)},
  };
}

/** The workload that runs an image, or nothing where none was given. It bears the component's name. */
export function toWorkload(namespace: string, draft: ComponentDraft): Workload | undefined {
  if (draft.source !== 'image' || !draft.image) return undefined;
  return {
    apiVersion: 'openchoreo.dev/v1alpha1',
    kind: 'Workload',
    metadata: {name: draft.name, namespace},
    spec: {
      owner: {projectName: draft.project, componentName: draft.name},
      container: {image: draft.image},
      ...(draft.port && {endpoints: {http: {type: 'HTTP', port: Number(draft.port), visibility: ['project']}}}),
    },
  };
}

function toAnnotations({displayName, description}: ComponentDraft): Record<string, string> {
  return {[DISPLAY_NAME]: displayName.trim(), [DESCRIPTION]: description.trim()};
}
