import type {KindName, ResourceOf} from './kinds.ts';
import type {Page} from './resource.ts';

export interface Address {
  readonly namespace?: string | undefined;
  readonly name: string;
}

export interface ListOptions {
  readonly namespace?: string | undefined;
  readonly project?: string | undefined;
  readonly component?: string | undefined;
  readonly labelSelector?: string | undefined;
  /** 1–100, the platform's own bounds. Default 100. */
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly shared?: Shared;
}

/**
 * True where the answer goes to the portal's cache, which other modules read, too: the call ends with its own signal and
 * not with the module. `listQuery` and `resourceQuery` say it.
 */
export type Shared = boolean | undefined;

/**
 * The platform's API on the user's behalf, through the gateway. Every call may reject with a `PortalError`:
 * `SESSION_EXPIRED`, `PERMISSION_DENIED`, `PLATFORM_REFUSED` (with the platform's own sentence), `API_UNREACHABLE`,
 * `API_TIMEOUT`, `API_INVALID_ANSWER`, `OFFLINE`. An aborted call rejects with the signal's reason, and so does every call
 * once the module is deactivated; a write that is on its way then may still have been made.
 */
export interface OpenChoreoClient {
  list<K extends KindName>(kind: K, options?: ListOptions): Promise<Page<ResourceOf<K>>>;
  /** Walks the cursor to the end, `limit` a request. Stops and rejects when the signal aborts. */
  listAll<K extends KindName>(kind: K, options?: Omit<ListOptions, 'cursor'>): Promise<readonly ResourceOf<K>[]>;
  get<K extends KindName>(
    kind: K,
    address: Address,
    options?: {signal?: AbortSignal | undefined; shared?: Shared},
  ): Promise<ResourceOf<K>>;
  create<K extends KindName>(kind: K, resource: ResourceOf<K>): Promise<ResourceOf<K>>;
  /** Replaces spec, labels and annotations wholesale, as the platform does: get, change, update. */
  update<K extends KindName>(kind: K, resource: ResourceOf<K>): Promise<ResourceOf<K>>;
  remove<K extends KindName>(kind: K, address: Address): Promise<void>;
  /** Any other operation by its path below the API's root, such as `/api/v1/namespaces/acme/components/cart/schema`. */
  request(path: string, init?: {method?: string; body?: unknown; signal?: AbortSignal | undefined}): Promise<unknown>;
}
