import type {Resource} from './resource.ts';
import type {Conditioned, Reference} from './types.ts';

/** Values of a container: an environment variable, or with `mountPath` a file. */
export interface ContainerValue {
  readonly key: string;
  readonly value?: string;
  readonly valueFrom?: {readonly secretKeyRef?: {readonly name?: string; readonly key?: string}};
}

export interface ContainerFile extends ContainerValue {
  readonly mountPath: string;
}

export interface ComponentOwner {
  readonly projectName: string;
  readonly componentName: string;
}

type Values = Readonly<Record<string, unknown>>;

/** A component frozen: its type, traits and workload as they were. It never changes. */
export type ComponentRelease = Resource<{
  readonly owner: ComponentOwner;
  readonly componentType: Values;
  readonly traits?: readonly Values[];
  readonly componentProfile?: {readonly parameters?: Values; readonly traits?: readonly Values[]};
  readonly workload: Values;
}>;

export interface EndpointUrl {
  readonly scheme?: string;
  readonly host: string;
  readonly port?: number;
  readonly path?: string;
}

/** Where one endpoint of a deployment is reached. */
export interface EndpointStatus {
  readonly name: string;
  readonly type?: string;
  readonly serviceURL?: EndpointUrl;
  readonly invokeURL?: string;
}

/** One release in one environment: deploying, promoting and undeploying all write this. */
export type ReleaseBinding = Resource<
  {
    readonly owner: ComponentOwner;
    readonly environment: string;
    readonly releaseName?: string;
    readonly state?: 'Active' | 'Undeploy';
    readonly componentTypeEnvironmentConfigs?: Values;
    readonly traitEnvironmentConfigs?: Values;
    readonly workloadOverrides?: {
      readonly container?: {readonly env?: readonly ContainerValue[]; readonly files?: readonly ContainerFile[]};
    };
  },
  Conditioned & {
    readonly lastSpecUpdateTime?: string;
    readonly endpoints?: readonly EndpointStatus[];
    readonly pendingConnections?: readonly {
      readonly project: string;
      readonly component: string;
      readonly endpoint: string;
      readonly reason: string;
    }[];
  }
>;

/** A project frozen with its type. It never changes. */
export type ProjectRelease = Resource<{
  readonly owner: {readonly projectName: string};
  readonly projectType: Reference & {readonly spec: Values};
  readonly parameters?: Values;
}>;

/** A project in one environment: its components can only run where it is ready. */
export type ProjectReleaseBinding = Resource<
  {
    readonly owner: {readonly projectName: string};
    readonly environment: string;
    readonly projectRelease?: string;
    readonly environmentConfigs?: Values;
  },
  Conditioned & {readonly namespace?: string}
>;

/** One run of a workflow; a build when its labels name a component. */
export type WorkflowRun = Resource<
  {
    readonly workflow: Reference & {readonly parameters?: Values};
    readonly ttlAfterCompletion?: string;
  },
  Conditioned & {
    readonly tasks?: readonly {
      readonly name: string;
      readonly phase?: string;
      readonly startedAt?: string;
      readonly completedAt?: string;
      readonly message?: string;
    }[];
    readonly startedAt?: string;
    readonly completedAt?: string;
  }
>;

/** What components may have on top of their type, or what builds them, or what their projects are. */
export type SchemaType = Resource<{
  readonly parameters?: {readonly openAPIV3Schema?: unknown};
  readonly environmentConfigs?: {readonly openAPIV3Schema?: unknown};
}>;
