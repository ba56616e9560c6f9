import type {z} from 'zod';
import type {Attributes} from '../authorization/cel-condition.ts';
import type {Hierarchy} from '../authorization/hierarchy.ts';
import type {FieldError} from './api-error.ts';
import type {ConditionState} from './condition.ts';
import type {JsonObject} from './json.ts';
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
  /** Where its permissions are looked up. */
  hierarchy(resource: Draft): Hierarchy;
  /** What conditions on its actions may look at. */
  attributes?(resource: Draft): Attributes;
  /** The project and component it belongs to: what lists filter by, and what deletes it along with its owner. */
  owner?(spec: JsonObject): {project?: string | undefined; component?: string | undefined};
  /** Paths in `spec` that never change once created. */
  readonly immutable?: readonly (readonly string[])[];
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
  /** Why it cannot be deleted now. `refuse` answers 409; `linger` marks it and deletes it once nothing blocks it. */
  readonly blocked?: {
    readonly then: 'refuse' | 'linger';
    by(resource: Resource, lookup: Lookup): Promise<string | undefined>;
  };
  /** Others whose conditions, or whose blocked deletion, this change may settle. */
  related?(resource: Resource, action: ChangeAction): readonly Selection[];
  /** Further reads below the object, by their last path segment. */
  readonly views?: Readonly<Record<string, (resource: Resource, lookup: Lookup) => Awaitable<JsonObject>>>;
}

type Awaitable<T> = T | Promise<T>;

export type ChangeAction = 'created' | 'updated' | 'deleted';

/** An object that may not be stored yet. */
export type Draft = Pick<Resource, 'namespace' | 'name' | 'labels' | 'annotations' | 'spec'>;
