import type {JsonObject} from './json.ts';
import type {Draft} from './kind.ts';
import type {Lookup} from './lookup.ts';
import type {Resource} from './resource.ts';

/** One look at one object: what there is to see, and the means to do something about it. */
export interface Look {
  readonly resource: Resource;
  readonly lookup: Lookup;
  readonly writer: Writer;
  readonly now: Date;
  /** What a second is worth: 1 in the portal, 0 where nobody wants to wait. */
  readonly pace: number;
}

/** What a look came to. What is left out stays as it is. */
export interface Finding {
  readonly status?: JsonObject;
  readonly memory?: JsonObject;
  /** Milliseconds until the next look. Left out: not before the object, or what it depends on, changes. */
  readonly again?: number;
}

/**
 * Brings an object one step nearer to what its spec wants. All it knows is in the object: a process that ends between
 * two looks loses nothing. Looking twice at the same state comes to the same.
 */
export type Controller = (look: Look) => Finding | Promise<Finding>;

/** Writes as the platform itself, in the transaction of whoever asks, with all that follows from them. */
export interface Writer {
  /** Undefined when the name is taken. Rejects like a request when the draft breaks a rule of its kind. */
  create(kind: string, draft: Draft): Promise<Resource | undefined>;
  /** Replaces spec, labels and annotations. */
  replace(resource: Resource, draft: Draft): Promise<Resource>;
  remove(resource: Resource): Promise<void>;
}
