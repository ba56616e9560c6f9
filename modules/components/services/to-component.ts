import {type Component, DESCRIPTION, DISPLAY_NAME, type Workload} from '@openchoreo/portal-contract';
import type {ComponentDraft, Kept, TraitRow} from '../types/component-draft.ts';
import type {ComponentTypeChoice} from '../utils/component-type-choice.ts';
import type {SchemaChoice} from '../utils/schema-choice.ts';
import type {SchemaField} from '../utils/schema-fields.ts';
import {toParameters} from '../utils/schema-values.ts';
import {without} from '../utils/without.ts';
import {withAnnotations} from './with-annotations.ts';

/** What was chosen for a component, and the fields each choice asks for. */
export interface ComponentChoices {
  /** Undefined while none is chosen, which only YAML can show. */
  readonly type: ComponentTypeChoice | undefined;
  readonly fields: readonly SchemaField[];
  /** What builds it, where it comes from a repository. */
  readonly workflow?: SchemaChoice | undefined;
  readonly workflowFields?: readonly SchemaField[] | undefined;
  /** In the order of the traits; undefined where a schema is not there. */
  readonly traitFields?: readonly (readonly SchemaField[] | undefined)[] | undefined;
}

/** A new component from what was typed. */
export function toComponent(namespace: string, draft: ComponentDraft, choices: ComponentChoices): Component {
  const {type, fields, workflow, workflowFields = [], traitFields = []} = choices;
  const {component: {metadata, spec} = {}} = draft.kept ?? {};
  const keptWorkflow = spec?.workflow;
  const traits = draft.traits.map((row, index) => toTrait(row, traitFields[index] ?? []));
  return {
    apiVersion: 'openchoreo.dev/v1alpha1',
    kind: 'Component',
    metadata: withAnnotations({...metadata, name: draft.name, namespace}, toAnnotations(draft)),
    spec: {
      ...without(spec, 'traits', 'workflow'),
      owner: {projectName: draft.project},
      componentType: type?.reference ?? spec?.componentType ?? {kind: 'ClusterComponentType', name: ''},
      autoDeploy: draft.autoDeploy,
      parameters: toParameters(fields, draft.parameters, spec?.parameters),
      ...(traits.length > 0 && {traits}),
      ...(draft.source === 'repository' && {
        workflow: {
          ...(workflow?.reference ?? keptWorkflow ?? {kind: 'ClusterWorkflow', name: ''}),
          parameters: toParameters(workflowFields, draft.workflowParameters, keptWorkflow?.parameters),
        },
      }),
    },
  };
}

function toTrait({trait, instanceName, parameters, kept}: TraitRow, fields: readonly SchemaField[]): Kept {
  const [kind = '', name = ''] = trait.split('/');
  const values = toParameters(fields, parameters, isObject(kept?.['parameters']) ? kept['parameters'] : {});
  return {...kept, kind, name, instanceName, ...(Object.keys(values).length > 0 && {parameters: values})};
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
  const {workload: {metadata, spec} = {}} = draft.kept ?? {};
  const env = draft.variables.map(({name: key, value, kept}) => (kept ? {...kept, key} : {key, value}));
  const endpoints = draft.endpoints.map(({name, type, port, visibility, kept}) => [
    name,
    {...kept, type, port: toPort(port), visibility: visibility.length > 0 ? visibility : ['project']},
  ]);
  return {
    apiVersion: 'openchoreo.dev/v1alpha1',
    kind: 'Workload',
    metadata: {...metadata, name: draft.name, namespace},
    spec: {
      ...without(spec, 'endpoints'),
      owner: {projectName: draft.project, componentName: draft.name},
      container: {...without(spec?.container, 'env'), image: draft.image, ...(env.length > 0 && {env})},
      ...(endpoints.length > 0 && {endpoints: Object.fromEntries(endpoints) as Endpoints}),
    },
  };
}

type Endpoints = NonNullable<NonNullable<Workload['spec']>['endpoints']>;

/** What is no number stays as it was typed, for people to see: only YAML shows it, the form does not let it through. */
function toPort(text: string): unknown {
  return text === '' || Number.isNaN(Number(text)) ? text : Number(text);
}

function isObject(value: unknown): value is Kept {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function toAnnotations({displayName, description}: ComponentDraft): Record<string, string> {
  return {[DISPLAY_NAME]: displayName.trim(), [DESCRIPTION]: description.trim()};
}
