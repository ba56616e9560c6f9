import {and, inArray, or, eq, sql} from 'drizzle-orm';
import type {PlatformDatabase} from '../database/database.ts';
import {resources} from '../database/schema.ts';
import {isJsonObject, listAt, textAt, type Json} from '../engine/json.ts';
import type {Resource} from '../engine/resource.ts';
import {toPath} from './hierarchy.ts';
import type {Policy, PolicyCondition} from './policy.ts';
import type {Subject} from './subject.ts';

/** Every policy that speaks of this subject, from the bindings and roles as they are now. */
export async function loadPolicies(database: PlatformDatabase, subject: Subject): Promise<readonly Policy[]> {
  if (subject.entitlement_values.length === 0) return [];
  const claim = sql<string>`${resources.spec} #>> '{entitlement,claim}'`;
  const value = sql<string>`${resources.spec} #>> '{entitlement,value}'`;
  const own = and(
    inArray(resources.kind, ['clusterauthzrolebindings', 'authzrolebindings']),
    eq(claim, subject.entitlement_claim),
    inArray(value, [...subject.entitlement_values]),
  );
  const roles = inArray(resources.kind, ['clusterauthzroles', 'authzroles']);
  const rows = await database.select().from(resources).where(or(own, roles));
  const actions = new Map(
    rows.map((row) => [toRoleKey(row.kind, row.namespace, row.name), toTexts(row.spec['actions'])]),
  );
  return rows.flatMap((row) => toPolicies(row, actions));
}

function toPolicies(binding: Resource, roles: ReadonlyMap<string, readonly string[]>): readonly Policy[] {
  const entitlement = textAt(binding.spec, 'entitlement', 'value');
  if (entitlement === undefined) return [];
  return listAt(binding.spec, 'roleMappings').flatMap((mapping) => {
    const namespaced = textAt(mapping, 'roleRef', 'kind') === 'AuthzRole';
    const role = textAt(mapping, 'roleRef', 'name') ?? '';
    const key = namespaced
      ? toRoleKey('authzroles', binding.namespace, role)
      : toRoleKey('clusterauthzroles', '', role);
    const actions = roles.get(key);
    if (!actions) return [];
    const path = toPath({
      namespace: binding.namespace || textAt(mapping, 'scope', 'namespace'),
      project: textAt(mapping, 'scope', 'project'),
      component: textAt(mapping, 'scope', 'component'),
    });
    const effect = textAt(binding.spec, 'effect') === 'deny' ? 'deny' : 'allow';
    return [{entitlement, effect, path, actions, conditions: listAt(mapping, 'conditions').flatMap(toCondition)}];
  });
}

function toCondition(condition: Json): readonly PolicyCondition[] {
  const expression = textAt(condition, 'expression');
  if (!isJsonObject(condition) || expression === undefined) return [];
  return [{actions: toTexts(condition['actions']), expression}];
}

function toRoleKey(kind: string, namespace: string, name: string): string {
  return `${kind}/${namespace}/${name}`;
}

function toTexts(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}
