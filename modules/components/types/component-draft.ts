import type {FieldValues} from '../utils/schema-values.ts';

/** What the form of a component holds, as people typed it. */
export interface ComponentDraft {
  readonly project: string;
  readonly displayName: string;
  readonly name: string;
  readonly description: string;
  /** Key of a `ComponentTypeChoice`; empty while none is chosen. */
  readonly type: string;
  readonly parameters: FieldValues;
  /** Empty: the component gets its workload later, from a build. */
  readonly image: string;
  readonly port: string;
}

export const EMPTY_DRAFT: ComponentDraft = {
  project: '',
  displayName: '',
  name: '',
  description: '',
  type: '',
  parameters: {},
  image: '',
  port: '',
};
