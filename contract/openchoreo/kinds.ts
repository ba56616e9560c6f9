import type {
  ComponentRelease,
  ProjectRelease,
  ProjectReleaseBinding,
  ReleaseBinding,
  SchemaType,
  WorkflowRun,
} from './deployment-types.ts';
import type {Resource} from './resource.ts';
import type {
  Component,
  ComponentType,
  DataPlane,
  DeploymentPipeline,
  Environment,
  Namespace,
  Project,
  Role,
  RoleBinding,
  Workload,
} from './types.ts';

/** Every kind of platform object the portal's client knows, by its plural in the path. */
export interface Kinds {
  namespaces: Namespace;
  projects: Project;
  components: Component;
  workloads: Workload;
  componentreleases: ComponentRelease;
  releasebindings: ReleaseBinding;
  projectreleases: ProjectRelease;
  projectreleasebindings: ProjectReleaseBinding;
  workflowruns: WorkflowRun;
  environments: Environment;
  deploymentpipelines: DeploymentPipeline;
  dataplanes: DataPlane;
  clusterdataplanes: DataPlane;
  workflowplanes: DataPlane;
  clusterworkflowplanes: DataPlane;
  observabilityplanes: DataPlane;
  clusterobservabilityplanes: DataPlane;
  componenttypes: ComponentType;
  clustercomponenttypes: ComponentType;
  traits: SchemaType;
  clustertraits: SchemaType;
  workflows: SchemaType;
  clusterworkflows: SchemaType;
  projecttypes: SchemaType;
  clusterprojecttypes: SchemaType;
  authzroles: Role;
  authzrolebindings: RoleBinding;
  clusterauthzroles: Role;
  clusterauthzrolebindings: RoleBinding;
}

export type KindName = keyof Kinds;

export interface KindInfo {
  /** `kind` of the object on the wire. */
  readonly kind: string;
  readonly namespaced: boolean;
  /** What `?…=` filters its list honours, taken from the scope. */
  readonly filters: readonly ('project' | 'component')[];
  /** First half of its actions: `component` in `component:create`. */
  readonly resource: string;
}

const cluster = (kind: string): KindInfo => ({kind, namespaced: false, filters: [], resource: kind.toLowerCase()});
const namespaced = (kind: string, ...filters: KindInfo['filters']): KindInfo => ({
  kind,
  namespaced: true,
  filters,
  resource: kind.toLowerCase(),
});

export const KINDS: Readonly<Record<KindName, KindInfo>> = {
  namespaces: cluster('Namespace'),
  projects: namespaced('Project'),
  components: namespaced('Component', 'project'),
  workloads: namespaced('Workload', 'component'),
  componentreleases: namespaced('ComponentRelease', 'component'),
  releasebindings: namespaced('ReleaseBinding', 'component'),
  projectreleases: namespaced('ProjectRelease', 'project'),
  projectreleasebindings: namespaced('ProjectReleaseBinding', 'project'),
  workflowruns: namespaced('WorkflowRun'),
  environments: namespaced('Environment'),
  deploymentpipelines: namespaced('DeploymentPipeline'),
  dataplanes: namespaced('DataPlane'),
  clusterdataplanes: cluster('ClusterDataPlane'),
  workflowplanes: namespaced('WorkflowPlane'),
  clusterworkflowplanes: cluster('ClusterWorkflowPlane'),
  observabilityplanes: namespaced('ObservabilityPlane'),
  clusterobservabilityplanes: cluster('ClusterObservabilityPlane'),
  componenttypes: namespaced('ComponentType'),
  clustercomponenttypes: cluster('ClusterComponentType'),
  traits: namespaced('Trait'),
  clustertraits: cluster('ClusterTrait'),
  workflows: namespaced('Workflow'),
  clusterworkflows: cluster('ClusterWorkflow'),
  projecttypes: namespaced('ProjectType'),
  clusterprojecttypes: cluster('ClusterProjectType'),
  authzroles: namespaced('AuthzRole'),
  authzrolebindings: namespaced('AuthzRoleBinding'),
  clusterauthzroles: cluster('ClusterAuthzRole'),
  clusterauthzrolebindings: cluster('ClusterAuthzRoleBinding'),
};

export function isKindName(value: string): value is KindName {
  return Object.hasOwn(KINDS, value);
}

/** `/api/v1/namespaces/acme/components/cart`. Throws a `TypeError` when a namespaced kind comes without its namespace. */
export function toResourcePath(
  kind: KindName,
  at: {namespace?: string | undefined; name?: string | undefined},
): string {
  const {namespaced: needsNamespace} = KINDS[kind];
  if (needsNamespace && !at.namespace) throw new TypeError(`${kind} live in a namespace; none was given`);
  const parts = ['/api/v1'];
  if (needsNamespace) parts.push('namespaces', encodeURIComponent(at.namespace ?? ''));
  parts.push(kind);
  if (at.name !== undefined) parts.push(encodeURIComponent(at.name));
  return parts.join('/');
}

export type ResourceOf<K extends KindName> = Kinds[K] & Resource;
