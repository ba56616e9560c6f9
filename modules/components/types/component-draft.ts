import type {Component, Workload} from '@openchoreo/portal-contract';
import type {FieldValues} from '../utils/schema-values.ts';

/** Where the code comes from: an image that is there already, or a repository that the platform builds. */
export type CodeSource = 'image' | 'repository';

/** What an object of the platform has beside what the form shows of it. */
export type Kept = Readonly<Record<string, unknown>>;

export interface VariableRow {
  readonly name: string;
  readonly value: string;
  /** Set where the value comes from elsewhere, such as a secret: the form cannot change it. */
  readonly kept?: Kept;
}

export const ENDPOINT_TYPES = ['HTTP', 'gRPC', 'GraphQL', 'Websocket', 'TCP', 'UDP'] as const;
/** Who sees an endpoint besides its own project. */
export const VISIBILITIES = ['namespace', 'internal', 'external'] as const;

export interface EndpointRow {
  readonly name: string;
  readonly type: string;
  readonly port: string;
  readonly visibility: readonly string[];
  readonly kept?: Kept;
}

export interface TraitRow {
  /** Key of a `SchemaChoice` of a trait. */
  readonly trait: string;
  readonly instanceName: string;
  readonly parameters: FieldValues;
  readonly kept?: Kept;
}

/** The objects of a component as the platform takes them. */
export interface ComponentObjects {
  readonly component: Component;
  readonly workload?: Workload | undefined;
}

/**
 * What the form of a component holds, as people typed it. What belongs to the source that is not chosen stays in it, so
 * that choosing the other one again brings it back.
 */
export interface ComponentDraft {
  readonly project: string;
  readonly displayName: string;
  readonly name: string;
  readonly description: string;
  /** Key of a `ComponentTypeChoice`; empty while none is chosen. */
  readonly type: string;
  readonly parameters: FieldValues;
  readonly source: CodeSource;
  /** Empty: the component gets its workload later. */
  readonly image: string;
  readonly variables: readonly VariableRow[];
  readonly endpoints: readonly EndpointRow[];
  /** Key of a `SchemaChoice` of a workflow; empty while none is chosen. */
  readonly workflow: string;
  readonly workflowParameters: FieldValues;
  /** A first run of the workflow follows the creation. */
  readonly buildNow: boolean;
  readonly autoDeploy: boolean;
  /** In the order in which the platform applies them. */
  readonly traits: readonly TraitRow[];
  /** The objects as they were written as YAML: what the form does not show of them stays. */
  readonly kept?: ComponentObjects;
}

export const EMPTY_DRAFT: ComponentDraft = {
  project: '',
  displayName: '',
  name: '',
  description: '',
  type: '',
  parameters: {},
  source: 'image',
  image: '',
  variables: [],
  endpoints: [],
  workflow: '',
  workflowParameters: {},
  buildNow: true,
  autoDeploy: true,
  traits: [],
};
