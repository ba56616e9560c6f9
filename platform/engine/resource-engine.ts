import {isDeepStrictEqual} from 'node:util';
import type {Authorizer} from '../authorization/authorizer.ts';
import type {PlatformDatabase} from '../database/database.ts';
import {ApiError} from './api-error.ts';
import type {ChangeFeed} from './change-feed.ts';
import {at, type Json} from './json.ts';
import type {Draft, ResourceKind, ViewMeans} from './kind.ts';
import {listResources, type ListedPage} from './list-resources.ts';
import {isName} from './names.ts';
import {parseDraft, unprocessable} from './parse-draft.ts';
import {ResourceStore, type PageSelection} from './resource-store.ts';
import type {Resource} from './resource.ts';
import {toResource} from './to-resource.ts';
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

  async view(
    kind: ResourceKind,
    caller: Authorizer,
    request: Pick<ViewMeans, 'query' | 'now'> & {place: Place; name: string},
  ): Promise<Json> {
    const show = kind.views?.[request.name];
    if (!show) throw new ApiError('NOT_FOUND', 'Not found');
    const lookup = this.#store();
    return show(await this.#find(lookup, kind, caller, {place: request.place, verb: 'view'}), {lookup, ...request});
  }

  /** Does what a kind offers beside the five operations. Returns what it created. */
  async act(
    kind: ResourceKind,
    caller: Authorizer,
    request: {place: Place; name: string; body: unknown},
  ): Promise<Resource> {
    const deed = kind.deeds?.[request.name];
    if (!deed) throw new ApiError('NOT_FOUND', 'Not found');
    return this.#write(async (lookup, writer) => {
      const resource = await this.#find(lookup, kind, caller, {place: request.place, action: deed.action});
      return deed.run(resource, {lookup, writer, body: request.body});
    });
  }

  async create(kind: ResourceKind, caller: Authorizer, request: {namespace: string; body: unknown}): Promise<Resource> {
    const action = `${kind.resource}:create`;
    if (!caller.mayEver(action)) caller.require(action, {namespace: request.namespace});
    const draft = parseDraft(kind, request.body, {namespace: request.namespace});
    caller.require(action, kind.hierarchy(draft), kind.attributes?.(draft));
    return this.#write(async (store, session) => {
      await this.#checkParents(store, kind, draft);
      await this.#validate(store, kind, draft);
      const created = await session.insert(toResource(kind, draft, this.#options.now()));
      if (created) return created;
      throw new ApiError(kind.refusals?.taken ?? 'CONFLICT', `${kind.kind} '${draft.name}' already exists`);
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
      return session.replace(existing, draft);
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
    {place, verb = '', action = `${kind.resource}:${verb}`}: {place: Place; verb?: string; action?: string},
  ): Promise<Resource> {
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
      throw new ApiError(kind.refusals?.orphaned ?? 'BAD_REQUEST', `Referenced ${word} not found`, {
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

  #store(): ResourceStore {
    return new ResourceStore(this.#options.database);
  }
}
