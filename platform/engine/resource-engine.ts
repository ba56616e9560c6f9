import {randomUUID} from 'node:crypto';
import {isDeepStrictEqual} from 'node:util';
import type {Authorizer} from '../authorization/authorizer.ts';
import type {PlatformDatabase} from '../database/database.ts';
import {ApiError} from './api-error.ts';
import type {ChangeFeed} from './change-feed.ts';
import {at, type JsonObject} from './json.ts';
import type {Draft, ResourceKind} from './kind.ts';
import {listResources, type ListedPage} from './list-resources.ts';
import {isName} from './names.ts';
import {parseDraft, unprocessable} from './parse-draft.ts';
import {ResourceStore, type PageSelection} from './resource-store.ts';
import type {Resource} from './resource.ts';
import {WriteSession} from './write-session.ts';

export interface EngineOptions {
  readonly database: PlatformDatabase;
  readonly kinds: ReadonlyMap<string, ResourceKind>;
  readonly feed: ChangeFeed;
  readonly now: () => Date;
}

/** Where an operation happens. `namespace` is empty for cluster-scoped kinds. */
export interface Place {
  readonly namespace: string;
  readonly name: string;
}

/** Reading and writing objects of any kind, as a caller. Every method throws `ApiError` for what it refuses. */
export class ResourceEngine {
  readonly #options: EngineOptions;

  constructor(options: EngineOptions) {
    this.#options = options;
  }

  async list(
    kind: ResourceKind,
    caller: Authorizer,
    request: {selection: PageSelection; limit: number},
  ): Promise<ListedPage> {
    return listResources(this.#store(), caller, {kind, ...request});
  }

  async get(kind: ResourceKind, caller: Authorizer, place: Place): Promise<Resource> {
    return this.#find(this.#store(), kind, caller, {place, verb: 'view'});
  }

  async view(kind: ResourceKind, caller: Authorizer, request: {place: Place; name: string}): Promise<JsonObject> {
    const show = kind.views?.[request.name];
    if (!show) throw new ApiError('NOT_FOUND', 'Not found');
    const store = this.#store();
    return show(await this.#find(store, kind, caller, {place: request.place, verb: 'view'}), store);
  }

  async create(kind: ResourceKind, caller: Authorizer, request: {namespace: string; body: unknown}): Promise<Resource> {
    const action = `${kind.resource}:create`;
    if (!caller.mayEver(action)) caller.require(action, {namespace: request.namespace});
    const draft = parseDraft(kind, request.body, {namespace: request.namespace});
    caller.require(action, kind.hierarchy(draft), kind.attributes?.(draft));
    return this.#write(async (store, session) => {
      await this.#checkParents(store, kind, draft);
      await this.#validate(store, kind, draft);
      const resource: Resource = {
        ...this.#complete(kind, draft),
        uid: randomUUID(),
        generation: 1,
        status: kind.initialStatus ?? {},
        createdAt: this.#options.now(),
        deletionRequestedAt: null,
      };
      const created = await session.create(resource);
      if (!created) throw new ApiError('CONFLICT', `${kind.kind} '${draft.name}' already exists`);
      return created;
    });
  }

  /** Replaces it. What it may be changed into is checked as well: nobody moves an object into reach of another's rights. */
  async update(kind: ResourceKind, caller: Authorizer, request: {place: Place; body: unknown}): Promise<Resource> {
    const {place, body} = request;
    return this.#write(async (store, session) => {
      const existing = await this.#find(store, kind, caller, {place, verb: 'update'});
      const incoming = parseDraft(kind, body, place);
      this.#checkImmutable(kind, existing, incoming);
      const draft = kind.replace?.(existing, incoming) ?? incoming;
      caller.require(`${kind.resource}:update`, kind.hierarchy(draft), kind.attributes?.(draft));
      await this.#checkParents(store, kind, draft);
      await this.#validate(store, kind, draft);
      const changed = isDeepStrictEqual(existing.spec, draft.spec) ? 0 : 1;
      const resource = {...existing, ...this.#complete(kind, draft), generation: existing.generation + changed};
      return session.update(resource, existing);
    });
  }

  /** Deletes it, or marks it as to be deleted when it is still in use. Marking it again does nothing. */
  async remove(kind: ResourceKind, caller: Authorizer, place: Place): Promise<void> {
    await this.#write(async (store, session) => {
      const existing = await this.#find(store, kind, caller, {place, verb: 'delete'});
      if (kind.blocked?.then === 'refuse') {
        const blocker = await kind.blocked.by(existing, store);
        if (blocker !== undefined) throw new ApiError('CONFLICT', `${kind.kind} '${place.name}' is in use: ${blocker}`);
      }
      await session.remove(existing);
    });
  }

  async #write<T>(work: (store: ResourceStore, session: WriteSession) => Promise<T>): Promise<T> {
    const {database, kinds, feed, now} = this.#options;
    const {result, changes} = await database.transaction(async (transaction) => {
      const store = new ResourceStore(transaction);
      await store.lockWrites();
      const session = new WriteSession(store, kinds, now());
      return {result: await work(store, session), changes: session.changes};
    });
    feed.publish(changes);
    return result;
  }

  /** A kind whose rights depend on its owner is looked for first, so a missing one is 404 before anything is 403. */
  async #find(
    store: ResourceStore,
    kind: ResourceKind,
    caller: Authorizer,
    {place, verb}: {place: Place; verb: string},
  ): Promise<Resource> {
    const action = `${kind.resource}:${verb}`;
    if (!kind.owner) caller.require(action, kind.hierarchy({...place, labels: {}, annotations: {}, spec: {}}));
    const found = isName(place.name) ? await store.get({kind: kind.plural, ...place}) : undefined;
    if (!found) throw new ApiError('NOT_FOUND', `${kind.kind} '${place.name.slice(0, 80)}' not found`);
    caller.require(action, kind.hierarchy(found), kind.attributes?.(found));
    return found;
  }

  async #checkParents(store: ResourceStore, kind: ResourceKind, draft: Draft): Promise<void> {
    const namespace = {kind: 'namespaces', namespace: '', name: draft.namespace};
    for (const parent of [...(draft.namespace ? [namespace] : []), ...(kind.parents?.(draft) ?? [])]) {
      if (isName(parent.name) && (await store.get(parent))) continue;
      const word = this.#options.kinds.get(parent.kind)?.kind.toLowerCase() ?? parent.kind;
      throw new ApiError('BAD_REQUEST', `Referenced ${word} not found`, {
        details: [{field: word, message: `'${parent.name.slice(0, 80)}' does not exist`}],
      });
    }
  }

  async #validate(store: ResourceStore, kind: ResourceKind, draft: Draft): Promise<void> {
    const faults = (await kind.validate?.(draft, store)) ?? [];
    if (faults.length > 0) throw unprocessable(kind, draft.name, faults);
  }

  #checkImmutable(kind: ResourceKind, existing: Resource, incoming: Draft): void {
    const changed = (kind.immutable ?? []).filter(
      (path) => !isDeepStrictEqual(at(existing.spec, ...path), at(incoming.spec, ...path)),
    );
    if (changed.length === 0) return;
    const details = changed.map((path) => ({field: `spec.${path.join('.')}`, message: 'is immutable'}));
    throw unprocessable(kind, existing.name, details);
  }

  #complete(
    kind: ResourceKind,
    draft: Draft,
  ): Omit<Resource, 'uid' | 'generation' | 'status' | 'createdAt' | 'deletionRequestedAt'> {
    const owner = kind.owner?.(draft.spec);
    const labels = {...draft.labels, ...kind.labels?.(draft)};
    return {...draft, labels, kind: kind.plural, project: owner?.project ?? null, component: owner?.component ?? null};
  }

  #store(): ResourceStore {
    return new ResourceStore(this.#options.database);
  }
}
