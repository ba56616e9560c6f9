import type {SeedObject} from './seed.ts';

const CLUSTER_READ = read(
  'clusterdataplane clusterworkflowplane clusterobservabilityplane clustercomponenttype clustertrait clusterworkflow clusterprojecttype',
);
const NAMESPACE_READ = read(
  'namespace environment deploymentpipeline dataplane workflowplane observabilityplane componenttype trait workflow projecttype',
);
const TELEMETRY_READ = read('logs metrics traces alerts rcareport');
const ANALYTICS = ['view:analytics'];
/** Numbers leave the portal as a file only with those who answer for the platform. */
const EXPORT = ['export:data'];

/** The roles the platform is installed with, and the analytics and module rights of the portal on top. */
const ROLES: Readonly<Record<string, readonly [description: string, actions: readonly string[]]>> = {
  admin: ['Full access to everything', ['*']],
  'platform-engineer': [
    'Manages environments, planes, pipelines and types',
    [
      ...crud('namespace project component environment dataplane workflowplane observabilityplane'),
      ...crud('componenttype trait workflow deploymentpipeline secretreference workload releasebinding'),
      ...crud('observabilityalertsnotificationchannel clusterdataplane clusterworkflowplane clusterobservabilityplane'),
      ...crud('clustercomponenttype clustertrait clusterworkflow clusterprojecttype projecttype projectreleasebinding'),
      ...actions('componentrelease workflowrun', 'view create'),
      ...actions('projectrelease', 'view create delete'),
      ...TELEMETRY_READ,
      'incidents:view',
      'rcareport:update',
      'portalmodule:view',
      ...ANALYTICS,
      ...EXPORT,
    ],
  ],
  developer: [
    'Builds and runs components',
    [
      ...CLUSTER_READ,
      ...NAMESPACE_READ,
      ...read('project projectrelease projectreleasebinding'),
      ...crud('component secretreference workload'),
      ...actions('componentrelease workflowrun', 'view create'),
      ...actions('releasebinding', 'view create update'),
      ...TELEMETRY_READ,
      ...ANALYTICS,
    ],
  ],
  sre: [
    'Keeps components running and handles incidents',
    [
      ...CLUSTER_READ,
      ...NAMESPACE_READ,
      ...read('project projectrelease projectreleasebinding component'),
      ...actions('componentrelease workflowrun workload', 'view create'),
      ...actions('releasebinding', 'view create update'),
      ...actions('secretreference incidents', 'view update'),
      ...TELEMETRY_READ,
      'rcareport:update',
      ...ANALYTICS,
      ...EXPORT,
    ],
  ],
  'cluster-reader': [
    'Reads everything and changes nothing',
    [
      ...CLUSTER_READ,
      ...NAMESPACE_READ,
      ...read('project projectrelease projectreleasebinding'),
      ...read('component workload componentrelease releasebinding workflowrun'),
      ...ANALYTICS,
    ],
  ],
  'namespace-reader': ['Reads what belongs to a namespace', [...NAMESPACE_READ, 'secretreference:view', ...ANALYTICS]],
};

const BINDINGS: Readonly<Record<string, string>> = {
  admins: 'admin',
  'platform-engineers': 'platform-engineer',
  developers: 'developer',
  sres: 'sre',
  viewers: 'cluster-reader',
};

/** Roles and bindings by the groups of the people. */
export function createAuthorizationSeed(): readonly SeedObject[] {
  const labels = {'openchoreo.io/bootstrap': 'true'};
  const roles = Object.entries(ROLES).map(([name, [description, granted]]) => ({
    kind: 'clusterauthzroles',
    name,
    labels,
    spec: {description, actions: granted},
  }));
  const bindings = Object.entries(BINDINGS).map(([group, role]) => ({
    kind: 'clusterauthzrolebindings',
    name: `${group.slice(0, -1)}-binding`,
    labels,
    spec: {
      entitlement: {claim: 'groups', value: group},
      roleMappings: [{roleRef: {kind: 'ClusterAuthzRole', name: role}}],
      effect: 'allow',
    },
  }));
  return [...roles, ...bindings];
}

function actions(resources: string, verbs: string): readonly string[] {
  return resources.split(' ').flatMap((resource) => verbs.split(' ').map((verb) => `${resource}:${verb}`));
}

function crud(resources: string): readonly string[] {
  return actions(resources, 'view create update delete');
}

function read(resources: string): readonly string[] {
  return actions(resources, 'view');
}
