import type {Dispose} from './dispose.ts';
import type {KindName, ResourceOf} from './openchoreo/kinds.ts';
import type {OpenChoreoKey} from './openchoreo/queries.ts';
import type {Resource} from './openchoreo/resource.ts';
import type {Scope} from './scope.ts';
import type {ReadableStore} from './store.ts';

/** Data of the platform that keeps up with it: told by the gateway's event stream, asked for where nothing tells. */
export interface LiveData {
  /**
   * The objects of a kind in the scope, from the portal's cache, up to date while somebody follows the store. One of the
   * same kind and scope is the same store, whoever asks.
   */
  watch<K extends KindName>(kind: K, scope: Scope): ReadableStore<Watched<readonly ResourceOf<K>[]>>;
  /** Keeps what is cached under the key up to date, for those who observe it themselves. The undo ends it. */
  follow(queryKey: OpenChoreoKey): Dispose;
  /**
   * Shows a change everywhere in this tab before the platform has made it. Nothing is sent by it. Several changes of one
   * object are shown one upon the other; data that comes meanwhile is shown with them. Taken back when the module
   * deactivates.
   */
  preview<K extends KindName>(change: ResourceChange<K>): Preview;
}

export type Watched<T> =
  | {readonly status: 'pending'; readonly data?: undefined}
  | {readonly status: 'success'; readonly data: T}
  /** What was read before a failed refresh stays. */
  | {readonly status: 'error'; readonly error: unknown; readonly data?: T};

/** What will become of one object of the platform. */
export type ResourceChange<K extends KindName = KindName> = {[P in K]: ChangeOf<P>}[K];

interface ChangeOf<K extends KindName> {
  readonly kind: K;
  readonly namespace?: string | undefined;
  readonly name: string;
  /** The object after the change, or undefined when it will be gone. Called often, and must not change its argument. */
  change(resource: ResourceOf<K>): ResourceOf<K> | undefined;
}

export interface Preview {
  /** Resolves when the earlier changes of the object have ended: the time to send this one, since a change replaces all of it. */
  readonly turn: Promise<void>;
  /** The platform has made the change. Its answer, where it gave the object, takes the place of what was shown. */
  confirm(answer?: Resource): void;
  /** The platform has not: what it said last is shown again. Nothing after `confirm`. */
  undo(): void;
}
