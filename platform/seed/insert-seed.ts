import {randomUUID} from 'node:crypto';
import type {PlatformDatabase} from '../database/database.ts';
import {resources} from '../database/schema.ts';
import {mergeConditions} from '../engine/condition.ts';
import type {ResourceKind} from '../engine/kind.ts';
import type {Lookup} from '../engine/lookup.ts';
import {DESCRIPTION, DISPLAY_NAME, type Resource} from '../engine/resource.ts';
import {KINDS} from '../kinds/kinds.ts';
import {createMemoryLookup} from './memory-lookup.ts';
import type {SeedObject} from './seed.ts';

const DAY_MILLISECONDS = 86_400_000;
const BATCH = 500;

/** Stores the first objects in bulk, with the conditions they would have come to one by one. */
export async function insertSeed(database: PlatformDatabase, objects: readonly SeedObject[], now: Date): Promise<void> {
  const rows = objects.map((object) => toResource(object, now));
  const lookup = createMemoryLookup(rows);
  const complete: Resource[] = [];
  for (const row of rows) complete.push(await withConditions(row, lookup));
  for (let start = 0; start < complete.length; start += BATCH) {
    await database.insert(resources).values(complete.slice(start, start + BATCH));
  }
}

function toResource(object: SeedObject, now: Date): Resource {
  const {kind: plural, namespace = '', name, labels = {}, displayName, description, daysOld = 180} = object;
  const kind = kindOf(plural);
  const spec = kind.spec?.parse(object.spec ?? {}) ?? {};
  const annotations = {
    ...(displayName !== undefined && {[DISPLAY_NAME]: displayName}),
    ...(description !== undefined && {[DESCRIPTION]: description}),
  };
  const owner = kind.owner?.(spec);
  return {
    kind: plural,
    namespace,
    name,
    uid: randomUUID(),
    generation: 1,
    project: owner?.project ?? null,
    component: owner?.component ?? null,
    labels: {...labels, ...kind.labels?.({namespace, name, labels, annotations, spec})},
    annotations,
    spec,
    status: object.status?.(now) ?? kind.initialStatus ?? {},
    createdAt: new Date(now.getTime() - daysOld * DAY_MILLISECONDS),
    deletionRequestedAt: null,
  };
}

/** Conditions count from the object's creation: nothing has happened to it since. */
async function withConditions(resource: Resource, lookup: Lookup): Promise<Resource> {
  const states = await kindOf(resource.kind).conditions?.(resource, lookup);
  if (!states) return resource;
  return {...resource, status: {...resource.status, conditions: mergeConditions(resource, states, resource.createdAt)}};
}

function kindOf(plural: string): ResourceKind {
  const kind = KINDS.get(plural);
  if (!kind) throw new Error(`The table has no kind '${plural}'`);
  return kind;
}
