export type Scope = 'cluster' | 'namespace' | 'project' | 'component' | 'resource';

export interface Action {
  readonly name: string;
  /** The narrowest scope a role binding can have and still grant it; also how deep the path of its check goes. */
  readonly lowestScope: Scope;
  /** What a condition on this action may look at. */
  readonly attributes: readonly Attribute[];
}

export type Attribute = 'environment' | 'componentType' | 'resourceType' | 'workflow';

type Row = readonly [scope: Scope, resources: string, verbs: string, attribute?: Attribute];

const CHANGE = 'create update delete';
const ALL = `view ${CHANGE}`;

const ROWS: readonly Row[] = [
  ['cluster', 'namespace', 'create'],
  ['cluster', 'clustercomponenttype clusterresourcetype clusterprojecttype clustertrait clusterworkflow', ALL],
  ['cluster', 'clusterdataplane clusterworkflowplane clusterobservabilityplane', ALL],
  ['cluster', 'clusterauthzrole clusterauthzrolebinding', ALL],
  ['namespace', 'namespace', 'view update delete'],
  ['namespace', 'project', 'create'],
  ['namespace', 'componenttype resourcetype projecttype workflow trait environment deploymentpipeline', ALL],
  ['namespace', 'dataplane workflowplane observabilityplane observabilityalertsnotificationchannel', ALL],
  ['namespace', 'secretreference secret authzrole authzrolebinding', ALL],
  ['project', 'project', 'view update delete'],
  ['project', 'component', 'create', 'componentType'],
  ['project', 'resource', 'create', 'resourceType'],
  ['project', 'projectrelease', 'view create delete'],
  ['project', 'projectreleasebinding', ALL, 'environment'],
  ['project', 'traces', 'view', 'environment'],
  ['project', 'rcareport finopsreport', 'view update'],
  ['component', 'component', 'view'],
  ['component', 'component', 'update delete', 'componentType'],
  ['component', 'component', 'exec', 'environment'],
  ['component', 'componentrelease', 'view create delete'],
  ['component', 'releasebinding', ALL, 'environment'],
  ['component', 'workload', ALL],
  ['component', 'workflowrun', 'view'],
  ['component', 'workflowrun', CHANGE, 'workflow'],
  ['component', 'logs metrics wirelogs', 'view', 'environment'],
  ['component', 'events alerts finops', 'view'],
  ['component', 'incidents', 'view update'],
  ['resource', 'resource', 'view'],
  ['resource', 'resource', 'update delete', 'resourceType'],
  ['resource', 'resourcerelease', 'view create delete'],
  ['resource', 'resourcereleasebinding', ALL, 'environment'],
];

/** Every action the platform defines, by name. Roles may also hold others (a module's own); they are not listed here. */
export const ACTIONS: ReadonlyMap<string, Action> = new Map(
  ROWS.flatMap(toActions)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((action) => [action.name, action]),
);

function toActions([lowestScope, resources, verbs, attribute]: Row): readonly Action[] {
  const attributes = attribute ? [attribute] : [];
  return resources
    .split(' ')
    .flatMap((resource) => verbs.split(' ').map((verb) => ({name: `${resource}:${verb}`, lowestScope, attributes})));
}
