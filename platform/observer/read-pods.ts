import {and, eq, inArray, sql} from 'drizzle-orm';
import type {PlatformDatabase} from '../database/database.ts';
import {resources} from '../database/schema.ts';
import type {Authorizer} from '../authorization/authorizer.ts';
import {toPods, type Pod} from '../cluster/pods.ts';
import {toRun, type Run} from '../cluster/runs.ts';
import {listAt, textAt} from '../engine/json.ts';
import {ResourceStore} from '../engine/resource-store.ts';
import type {Resource} from '../engine/resource.ts';
import {toComponentOwner} from '../kinds/owner.ts';
import type {ComponentScope} from './logs-request.ts';

/** A pod, and whose it is. */
export interface OwnedPod {
  readonly pod: Pod;
  readonly project: string;
  readonly component: string;
  readonly environment: string;
}

type Binding = Pick<Resource, 'uid' | 'namespace' | 'name' | 'spec' | 'memory'>;

/** All that ran in a scope between two moments, as far as the caller may read what it wrote. */
export async function readPods(
  database: PlatformDatabase,
  caller: Authorizer,
  {scope, from, to}: {scope: ComponentScope; from: number; to: number},
): Promise<readonly OwnedPod[]> {
  const {namespace, project, component, environment} = scope;
  const bindings: readonly Binding[] = await database
    .select({
      uid: resources.uid,
      namespace: resources.namespace,
      name: resources.name,
      spec: resources.spec,
      memory: resources.memory,
    })
    .from(resources)
    .where(
      and(
        eq(resources.kind, 'releasebindings'),
        eq(resources.namespace, namespace),
        project === undefined ? undefined : eq(resources.project, project),
        component === undefined ? undefined : eq(resources.component, component),
        environment === undefined ? undefined : sql`${resources.spec} @> ${JSON.stringify({environment})}::jsonb`,
      ),
    );
  const pods: OwnedPod[] = [];
  for (const binding of bindings) {
    const owner = {...toComponentOwner(binding.spec), environment: textAt(binding.spec, 'environment') ?? ''};
    const {allowed} = caller.decide(
      'logs:view',
      {namespace, project: owner.project, component: owner.component},
      {environment: `${namespace}/${owner.environment}`},
    );
    if (!allowed) continue;
    for (const run of await readRuns(database, binding)) {
      for (const pod of toPods(binding, run, owner.component)) {
        if (pod.since <= to && pod.until >= from) pods.push({pod, ...owner});
      }
    }
  }
  return pods;
}

/** What a binding remembers; what it runs now, where it was last looked at before runs were remembered. */
async function readRuns(database: PlatformDatabase, binding: Binding): Promise<readonly Run[]> {
  const {namespace, spec, memory} = binding;
  const runs = listAt(memory, 'runs') as readonly Run[];
  const name = textAt(spec, 'releaseName');
  if (runs.length > 0 || memory['deployed'] !== true || name === undefined) return runs;
  const release = await new ResourceStore(database).get({kind: 'componentreleases', namespace, name});
  const [wanted, since] = [textAt(memory, 'wanted') ?? '', textAt(memory, 'since')];
  return release && since !== undefined ? [toRun(binding, release, {wanted, since})] : [];
}

/** Identifiers of the objects that lines name, by `kind/name`. */
export async function readUids(
  database: PlatformDatabase,
  namespace: string,
  names: ReadonlySet<string>,
): Promise<ReadonlyMap<string, string>> {
  if (names.size === 0) return new Map();
  const rows = await database
    .select({kind: resources.kind, name: resources.name, uid: resources.uid})
    .from(resources)
    .where(
      and(
        inArray(resources.kind, ['projects', 'components', 'environments']),
        eq(resources.namespace, namespace),
        inArray(resources.name, [...names]),
      ),
    );
  return new Map(rows.map(({kind, name, uid}) => [`${kind}/${name}`, uid]));
}
