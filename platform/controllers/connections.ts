import {isJsonObject, listAt, textAt, type Json, type JsonObject} from '../engine/json.ts';
import type {Lookup} from '../engine/lookup.ts';
import type {Resource} from '../engine/resource.ts';
import {toComponentOwner} from '../kinds/owner.ts';

/** How the endpoints that a workload depends on are reached in its environment, and which are not there yet. */
export interface Connections {
  readonly resolved: readonly JsonObject[];
  readonly pending: readonly JsonObject[];
  /** Whom to listen to: `{environment}/{component}`. */
  readonly dependsOn: readonly string[];
}

export async function connect(binding: Resource, release: Resource, lookup: Lookup): Promise<Connections> {
  const environment = textAt(binding.spec, 'environment') ?? '';
  const resolved: JsonObject[] = [];
  const pending: JsonObject[] = [];
  const dependsOn = new Set<string>();
  for (const dependency of listAt(release.spec, 'workload', 'dependencies', 'endpoints')) {
    const target = toTarget(binding, dependency);
    const visibility = textAt(dependency, 'visibility') ?? 'project';
    dependsOn.add(`${environment}/${target.component}`);
    const selection = {kind: 'releasebindings', namespace: target.namespace, component: target.component};
    const [found] = await lookup.find({...selection, spec: {environment}});
    const endpoint = listAt(found?.status, 'endpoints').find((each) => textAt(each, 'name') === target.endpoint);
    const url = isJsonObject(endpoint) ? endpoint['serviceURL'] : undefined;
    if (found?.project === target.project && url !== undefined) resolved.push({...target, visibility, url});
    else pending.push({...target, reason: explain(found, target, environment)});
  }
  return {resolved, pending, dependsOn: [...dependsOn]};
}

interface Target {
  readonly namespace: string;
  readonly project: string;
  readonly component: string;
  readonly endpoint: string;
}

function toTarget({namespace, spec}: Resource, dependency: Json): Target & JsonObject {
  return {
    namespace,
    project: textAt(dependency, 'project') ?? toComponentOwner(spec).project,
    component: textAt(dependency, 'component') ?? '',
    endpoint: textAt(dependency, 'name') ?? '',
  };
}

function explain(found: Resource | undefined, {project, component, endpoint}: Target, environment: string): string {
  if (!found) return `Component '${component}' is not deployed in environment '${environment}'`;
  if (found.project !== project) return `Component '${component}' is not in project '${project}'`;
  if (listAt(found.status, 'endpoints').length > 0) return `Component '${component}' has no endpoint '${endpoint}'`;
  return `Component '${component}' has no endpoints yet in environment '${environment}'`;
}
