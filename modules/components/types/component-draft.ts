import type {FieldValues} from '../utils/schema-values.ts';

/** Where the code comes from: an image that is there already, or a repository that the platform builds. */
export type CodeSource = 'image' | 'repository';

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
  readonly port: string;
  /** Key of a `SchemaChoice` of a workflow; empty while none is chosen. */
  readonly workflow: string;
  readonly workflowParameters: FieldValues;
  /** A first run of the workflow follows the creation. */
  readonly buildNow: boolean;
  readonly autoDeploy: boolean;
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
  port: '',
  workflow: '',
  workflowParameters: {},
  buildNow: true,
  autoDeploy: true,
};
