/** What is known of a state: the condition `Ready`, or that it is being deleted. */
export type State = 'ready' | 'not-ready' | 'pending' | 'deleting';

interface Facts {
  /** Technical name, unique in its namespace. */
  readonly name: string;
  /** Name for people. */
  readonly label: string;
  /** Milliseconds since the epoch; undefined where the platform does not say. */
  readonly created: number | undefined;
  readonly state: State;
  /** The platform's reason for a state that is not `ready`; may be empty. */
  readonly reason: string;
}

/** A component as far as it is counted. Texts are empty where the platform does not say. */
export interface ComponentFacts extends Facts {
  readonly project: string;
  /** `<workloadType>/<type name>`. */
  readonly type: string;
}

export type ProjectFacts = Facts;

export interface EnvironmentFacts extends Facts {
  readonly isProduction: boolean;
  /** `<kind>/<name>`, as `PlaneFacts.id`; empty where none is named. */
  readonly plane: string;
}

export interface PlaneFacts extends Facts {
  /** `<kind>/<name>`: a namespace's plane and a cluster's may bear one name. */
  readonly id: string;
  /** Undefined where the platform says nothing of an agent. */
  readonly isConnected: boolean | undefined;
}

/** A component that an environment is to run. */
export interface DeploymentFacts {
  readonly component: string;
  readonly project: string;
  readonly environment: string;
  /** Name of the release that is to run there; empty where none is named. */
  readonly release: string;
  readonly state: State;
}

/** A version of a component, as it was cut. */
export type ReleaseFacts = Pick<Facts, 'name' | 'created'>;

export interface WorkloadFacts {
  readonly component: string;
  readonly image: string;
}
