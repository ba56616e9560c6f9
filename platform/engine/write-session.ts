import {isDeepStrictEqual} from 'node:util';
import type {Change} from './change-feed.ts';
import {mergeConditions} from './condition.ts';
import type {Writer} from './controller.ts';
import type {JsonObject} from './json.ts';
import type {ChangeAction, Draft, ResourceKind} from './kind.ts';
import type {Selection} from './lookup.ts';
import type {OwnerSelection, ResourceStore} from './resource-store.ts';
import type {Resource} from './resource.ts';
import {toResource, withOwner} from './to-resource.ts';

/**
 * One write and all that follows from it, inside one transaction: owned objects go with their owner, conditions of
 * related objects are brought up to date, deletions that waited are carried out, controllers are told to look.
 * `changes` tells what happened.
 */
export class WriteSession implements Writer {
  readonly changes: Change[] = [];
  readonly #store: ResourceStore;
  readonly #kinds: ReadonlyMap<string, ResourceKind>;
  readonly #now: Date;
  readonly #settling = new Set<string>();

  constructor(store: ResourceStore, kinds: ReadonlyMap<string, ResourceKind>, now: Date) {
    this.#store = store;
    this.#kinds = kinds;
    this.#now = now;
  }

  async create(plural: string, draft: Draft): Promise<Resource | undefined> {
    const kind = this.#kindNamed(plural);
    const spec = kind.spec?.parse(draft.spec) ?? {};
    return this.insert(toResource(kind, {...draft, spec}, this.#now));
  }

  /** Stores a new object. Returns it with its status, or undefined when the name is taken. */
  async insert(resource: Resource): Promise<Resource | undefined> {
    const complete = this.#due(await this.#withConditions(resource));
    if (!(await this.#store.insert(complete))) return undefined;
    await this.#follow(complete, 'created');
    return complete;
  }

  async replace(before: Resource, draft: Draft): Promise<Resource> {
    const changed = isDeepStrictEqual(before.spec, draft.spec) ? 0 : 1;
    const resource = {...before, ...withOwner(this.#kindOf(before), draft), generation: before.generation + changed};
    const complete = this.#due(await this.#withConditions(resource));
    await this.#store.update(complete);
    await this.#spread([before], 'updated');
    await this.#follow(complete, 'updated');
    return complete;
  }

  /** Lets the object's controller look at it once. */
  async look(resource: Resource, pace: number): Promise<void> {
    const means = {resource, lookup: this.#store, writer: this, now: this.#now, pace};
    const {again, ...found} = (await this.#kindOf(resource).controller?.(means)) ?? {};
    // Its own writes may have come back to it, through what they are related to.
    const current = await this.#store.get(toKey(resource));
    if (!current) return;
    const dueAt = again === undefined ? null : new Date(this.#now.getTime() + again);
    const complete = await this.#withConditions({...current, ...found, dueAt});
    await this.#store.update(complete);
    if (!isDeepStrictEqual(complete.status, resource.status)) await this.#follow(complete, 'updated');
    if (complete.deletionRequestedAt) await this.remove(complete);
  }

  /** Deletes the object and what it owns, or marks it while something still stands in the way. */
  async remove(resource: Resource): Promise<void> {
    const {blocked} = this.#kindOf(resource);
    for (const selection of resource.deletionRequestedAt ? [] : (blocked?.first?.(resource) ?? [])) {
      for (const each of await this.#store.find(selection)) if (!each.deletionRequestedAt) await this.remove(each);
    }
    const blocker = await blocked?.by(resource, this.#store);
    if (blocker === undefined) return this.#destroy(resource);
    const marked = {...resource, deletionRequestedAt: resource.deletionRequestedAt ?? this.#now};
    const status = this.#toBlockedStatus(marked, blocker);
    if (resource.deletionRequestedAt && isDeepStrictEqual(status, resource.status)) return;
    await this.#store.update(this.#due({...marked, status}));
    this.#record(resource, 'updated');
  }

  #toBlockedStatus(resource: Resource, message: string): JsonObject {
    const {bare, blocked} = this.#kindOf(resource);
    if (bare) return {...resource.status, phase: 'Terminating'};
    const [type, reason] = blocked?.then === 'finalize' ? ['Finalizing', 'Finalizing'] : ['DeletionBlocked', 'InUse'];
    const condition = {type, status: 'True', reason, message} as const;
    return {...resource.status, conditions: mergeConditions(resource, [condition], this.#now)};
  }

  async #destroy(resource: Resource): Promise<void> {
    const owned = toOwned(this.#kindOf(resource), resource);
    const gone = [...(owned ? await this.#store.remove(owned) : []), ...(await this.#store.remove(toKey(resource)))];
    for (const each of gone) this.#record(each, 'deleted');
    await this.#spread(gone, 'deleted');
  }

  async #follow(resource: Resource, action: ChangeAction): Promise<void> {
    this.#record(resource, action);
    await this.#spread([resource], action);
  }

  async #spread(changed: readonly Resource[], action: ChangeAction): Promise<void> {
    await this.#settleAll(changed.flatMap((each) => this.#kindOf(each).related?.(each, action) ?? []));
    for (const each of changed) {
      const woken = (await this.#kindOf(each).wakes?.(each, action, this.#store)) ?? [];
      for (const selection of woken) await this.#store.wake(selection, this.#now);
    }
  }

  async #settleAll(selections: readonly Selection[]): Promise<void> {
    for (const selection of selections) {
      const key = JSON.stringify(selection);
      // Only what is being settled is passed over: what was settled before may have to be again, after what came since.
      if (this.#settling.has(key)) continue;
      this.#settling.add(key);
      for (const resource of await this.#store.find(selection)) await this.#settle(resource);
      this.#settling.delete(key);
    }
  }

  async #settle(resource: Resource): Promise<void> {
    if (resource.deletionRequestedAt) return this.remove(resource);
    const complete = this.#due(await this.#withConditions(resource));
    const isNew = !isDeepStrictEqual(complete.status, resource.status);
    if (isNew || complete.dueAt !== resource.dueAt) await this.#store.update(complete);
    if (isNew) this.#record(resource, 'updated');
    // Its dependants may see it differently although its own conditions did not change: a project's pipeline is gone.
    await this.#settleAll(this.#kindOf(resource).related?.(resource, 'created') ?? []);
  }

  async #withConditions(resource: Resource): Promise<Resource> {
    const states = await this.#kindOf(resource).conditions?.(resource, this.#store);
    if (!states) return resource;
    return {...resource, status: {...resource.status, conditions: mergeConditions(resource, states, this.#now)}};
  }

  #due(resource: Resource): Resource {
    return this.#kindOf(resource).controller ? {...resource, dueAt: this.#now} : resource;
  }

  #kindOf({kind}: Resource): ResourceKind {
    return this.#kindNamed(kind);
  }

  #kindNamed(plural: string): ResourceKind {
    const found = this.#kinds.get(plural);
    if (!found) throw new Error(`The table has no kind '${plural}', but the database holds one`);
    return found;
  }

  #record(resource: Resource, action: ChangeAction): void {
    const {kind} = this.#kindOf(resource);
    const {name, namespace} = resource;
    this.changes.push({kind, name, ...(namespace !== '' && {namespace}), action});
  }
}

function toKey({kind, namespace, name}: Resource): {kind: string; namespace: string; name: string} {
  return {kind, namespace, name};
}

function toOwned(kind: ResourceKind, {namespace, name, project}: Resource): OwnerSelection | undefined {
  if (kind.owns === 'namespace') return {namespace: name};
  if (kind.owns === 'project') return {namespace, project: name};
  if (kind.owns === 'component') return {namespace, ...(project !== null && {project}), component: name};
  return undefined;
}
