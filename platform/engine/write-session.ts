import {isDeepStrictEqual} from 'node:util';
import type {Change} from './change-feed.ts';
import {mergeConditions} from './condition.ts';
import type {ChangeAction, ResourceKind} from './kind.ts';
import type {Selection} from './lookup.ts';
import type {OwnerSelection, ResourceStore} from './resource-store.ts';
import type {Resource} from './resource.ts';

/**
 * One write and all that follows from it, inside one transaction: owned objects go with their owner, conditions of
 * related objects are brought up to date, deletions that waited are carried out. `changes` tells what happened.
 */
export class WriteSession {
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

  /** Stores a new object. Returns it with its status, or undefined when the name is taken. */
  async create(resource: Resource): Promise<Resource | undefined> {
    const complete = await this.#withConditions(resource);
    if (!(await this.#store.insert(complete))) return undefined;
    await this.#follow(complete, 'created');
    return complete;
  }

  async update(resource: Resource, before: Resource): Promise<Resource> {
    const complete = await this.#withConditions(resource);
    await this.#store.update(complete);
    await this.#settleAll(this.#kindOf(before).related?.(before, 'updated') ?? []);
    await this.#follow(complete, 'updated');
    return complete;
  }

  /** Deletes the object and what it owns, or marks it when something still blocks that. */
  async remove(resource: Resource): Promise<void> {
    const blocker = await this.#kindOf(resource).blocked?.by(resource, this.#store);
    if (blocker === undefined) return this.#destroy(resource);
    const condition = {type: 'DeletionBlocked', status: 'True', reason: 'InUse', message: blocker} as const;
    const deletionRequestedAt = resource.deletionRequestedAt ?? this.#now;
    const marked = {...resource, deletionRequestedAt};
    const status = {...resource.status, conditions: mergeConditions(marked, [condition], this.#now)};
    if (resource.deletionRequestedAt && isDeepStrictEqual(status, resource.status)) return;
    await this.#store.update({...marked, status});
    this.#record(resource, 'updated');
  }

  async #destroy(resource: Resource): Promise<void> {
    const owned = toOwned(this.#kindOf(resource), resource);
    const gone = [...(owned ? await this.#store.remove(owned) : []), ...(await this.#store.remove(toKey(resource)))];
    for (const each of gone) this.#record(each, 'deleted');
    await this.#settleAll(gone.flatMap((each) => this.#kindOf(each).related?.(each, 'deleted') ?? []));
  }

  async #follow(resource: Resource, action: ChangeAction): Promise<void> {
    this.#record(resource, action);
    await this.#settleAll(this.#kindOf(resource).related?.(resource, action) ?? []);
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
    const complete = await this.#withConditions(resource);
    if (!isDeepStrictEqual(complete.status, resource.status)) {
      await this.#store.update(complete);
      this.#record(resource, 'updated');
    }
    // Its dependants may see it differently although its own conditions did not change: a project's pipeline is gone.
    await this.#settleAll(this.#kindOf(resource).related?.(resource, 'created') ?? []);
  }

  async #withConditions(resource: Resource): Promise<Resource> {
    const states = await this.#kindOf(resource).conditions?.(resource, this.#store);
    if (!states) return resource;
    return {...resource, status: {...resource.status, conditions: mergeConditions(resource, states, this.#now)}};
  }

  #kindOf({kind}: Resource): ResourceKind {
    const found = this.#kinds.get(kind);
    if (!found) throw new Error(`The table has no kind '${kind}', but the database holds one`);
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
