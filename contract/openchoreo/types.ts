import type {Condition, Resource} from './resource.ts';

export interface Reference {
  readonly kind?: string;
  readonly name: string;
}

export interface Conditioned {
  readonly conditions?: readonly Condition[];
}

export type Namespace = Resource<unknown, {readonly phase?: string} & Conditioned>;

export type Project = Resource<
  {readonly deploymentPipelineRef?: Reference; readonly type?: Reference; readonly parameters?: unknown},
  Conditioned & {readonly latestRelease?: {readonly name: string}}
>;

export type Component = Resource<
  {
    readonly owner: {readonly projectName: string};
    /** `name` is `<workloadType>/<type name>`, such as `deployment/service`. */
    readonly componentType: Reference;
    readonly autoDeploy?: boolean;
    readonly autoBuild?: boolean;
    readonly parameters?: Readonly<Record<string, unknown>>;
    readonly traits?: readonly unknown[];
    /** What builds it, with the values that every build starts from. */
    readonly workflow?: Reference & {readonly parameters?: Readonly<Record<string, unknown>>};
  },
  Conditioned & {readonly latestRelease?: {readonly name: string}}
>;

export type ComponentType = Resource<
  {
    readonly workloadType: string;
    /** What may build components of it. None: whatever builds components. */
    readonly allowedWorkflows?: readonly Reference[];
    /** What they may have on top of it. None: nothing. */
    readonly allowedTraits?: readonly Reference[];
    readonly parameters?: {readonly openAPIV3Schema?: unknown};
    readonly environmentConfigs?: {readonly openAPIV3Schema?: unknown};
  },
  Conditioned
>;

export type Environment = Resource<
  {readonly dataPlaneRef?: Reference; readonly isProduction?: boolean; readonly gateway?: unknown},
  Conditioned
>;

export type DeploymentPipeline = Resource<{
  readonly promotionPaths?: readonly {
    readonly sourceEnvironmentRef: Reference;
    readonly targetEnvironmentRefs: readonly Reference[];
  }[];
}>;

export type DataPlane = Resource<
  {readonly planeID?: string; readonly gateway?: unknown; readonly observabilityPlaneRef?: Reference},
  Conditioned & {
    readonly agentConnection?: {
      readonly connected?: boolean;
      readonly connectedAgents?: number;
      readonly lastHeartbeatTime?: string;
      readonly message?: string;
    };
  }
>;

export type Workload = Resource<{
  readonly owner: {readonly projectName: string; readonly componentName: string};
  readonly container?: {
    readonly image: string;
    readonly env?: readonly {readonly key: string; readonly value?: string; readonly valueFrom?: unknown}[];
  };
  readonly endpoints?: Readonly<
    Record<string, {readonly type: string; readonly port: number; readonly visibility?: readonly string[]}>
  >;
}>;

export type Role = Resource<{readonly actions: readonly string[]; readonly description?: string}>;

export type RoleBinding = Resource<{
  readonly entitlement: {readonly claim: string; readonly value: string};
  readonly roleMappings: readonly {
    readonly roleRef: Reference;
    readonly scope?: {readonly namespace?: string; readonly project?: string; readonly component?: string};
  }[];
  readonly effect?: 'allow' | 'deny';
}>;
