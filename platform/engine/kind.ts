import type {z} from 'zod';
import type {Attributes} from '../authorization/cel-condition.ts';
import type {Hierarchy} from '../authorization/hierarchy.ts';
import type {ApiErrorCode, FieldError} from './api-error.ts';
import type {ConditionState} from './condition.ts';
import type {Controller, Writer} from './controller.ts';
import type {Json, JsonObject} from './json.ts';
import type {Lookup, Selection} from './lookup.ts';
import type {Resource, ResourceKey} from './resource.ts';

/** One row of the engine's table: all that sets a kind apart from the others. What is left out does not apply to it. */
export interface ResourceKind {
  /** Last word of its list's path, and what it is stored under. */
  readonly plural: string;
  readonly kind: string;
  readonly scope: 'cluster' | 'namespace';
  /** First half of its actions: `component` in `component:create`. */
  readonly resource: string;
  /** Parses `spec` and fills in defaults; unknown fields are dropped, as the platform does. Absent: there is no spec. */
  readonly spec?: z.ZodType<JsonObject>;
  /** Query parameters of its list that select by owner. */
  readonly filters?: readonly ('project' | 'component')[];
  /** Query parameters of its list that select by a value in `spec`, and the path of that value. */
  readonly specFilters?: Readonly<Record<string, readonly string[]>>;
  /** Where its permissions are looked up. */
  hierarchy(resource: Draft): Hierarchy;
  /** What conditions on its actions may look at. */
  attributes?(resource: Draft): Attributes;
  /** The project and component it belongs to: what lists filter by, and what deletes it along with its owner. */
  owner?(resource: Draft): {project?: string | undefined; component?: string | undefined};
  /** Paths in `spec` that never change once created. */
  readonly immutable?: readonly (readonly string[])[];
  /** Whether it is what it was created as for good: there is no PUT. */
  readonly frozen?: true;
  /** What its API answers where others say 422, 409 or, for a missing parent, 400. */
  readonly refusals?: {
    readonly invalid?: ApiErrorCode;
    readonly taken?: ApiErrorCode;
    readonly orphaned?: ApiErrorCode;
  };
  /** What must exist beforehand; otherwise the write is refused with 400. */
  parents?(resource: Draft): readonly ResourceKey[];
  /** Faults that need other objects to be seen; any refuses the write with 422. */
  validate?(resource: Draft, lookup: Lookup): Awaitable<readonly FieldError[]>;
  /** Labels the server sets and keeps, whatever a client sends. */
  labels?(resource: Draft): Readonly<Record<string, string>>;
  /** What a PUT changes. Default: spec, labels and annotations, wholesale. */
  replace?(existing: Draft, incoming: Draft): Draft;
  /** Conditions of the object at rest, from what exists now. */
  conditions?(resource: Resource, lookup: Lookup): Awaitable<readonly ConditionState[]>;
  /** Makes it live: what happens to it after a write, and in time. */
  readonly controller?: Controller;
  /** Status beside conditions of an object that has just been created. */
  readonly initialStatus?: JsonObject;
  /** Status as read at some moment: for values that move with the clock and are not worth a write. */
  statusAt?(status: JsonObject, now: Date): JsonObject;
  /** Whether answers hold no `status` at all. */
  readonly withoutStatus?: true;
  /** Whether answers hold no `apiVersion` and `kind`. */
  readonly bare?: true;
  /** What is deleted along with it: everything whose namespace, project or component it is. */
  readonly owns?: 'namespace' | 'project' | 'component';
  /**
   * Why it cannot be deleted now. `refuse` answers 409; `linger` marks it as blocked and `finalize` as about to go, and
   * both delete it once nothing stands in the way.
   */
  readonly blocked?: {
    readonly then: 'refuse' | 'linger' | 'finalize';
    by(resource: Resource, lookup: Lookup): Promise<string | undefined>;
    /** What has to go first, and is deleted along with it. */
    first?(resource: Resource): readonly Selection[];
  };
  /** Others whose conditions, or whose blocked deletion, this change may settle. */
  related?(resource: Resource, action: ChangeAction): readonly Selection[];
  /** Others whose controllers this change may give something to do. */
  wakes?(resource: Resource, action: ChangeAction, lookup: Lookup): Awaitable<readonly Selection[]>;
  /** Further reads below the object, by their last path segment. */
  readonly views?: Readonly<Record<string, (resource: Resource, means: ViewMeans) => Awaitable<Json>>>;
  /** Further deeds below the object, by their last path segment. */
  readonly deeds?: Readonly<Record<string, Deed>>;
}

export interface ViewMeans {
  readonly lookup: Lookup;
  readonly query: URLSearchParams;
  readonly now: Date;
}

/** What a POST below an object does. It answers 201 and shows what it created. */
export interface Deed {
  /** The action asked of the caller, where the object is. */
  readonly action: string;
  /** Kind of what it creates. */
  readonly creates: string;
  run(resource: Resource, means: {lookup: Lookup; writer: Writer; body: unknown}): Promise<Resource>;
}

type Awaitable<T> = T | Promise<T>;

export type ChangeAction = 'created' | 'updated' | 'deleted';

/** An object that may not be stored yet. */
export type Draft = Pick<Resource, 'namespace' | 'name' | 'labels' | 'annotations' | 'spec'>;
