import type {Shared} from '../openchoreo/client.ts';

/**
 * The platform's observer on the user's behalf, through the gateway: logs and other things that what runs tells. Rejects
 * as `OpenChoreoClient` does, and with `OBSERVER_NOT_CONFIGURED` where there is none.
 */
export interface ObserverClient {
  /** An operation by its path below the API's root, such as `/api/v1/logs/query`. */
  request(
    path: string,
    init?: {
      readonly method?: string;
      readonly body?: unknown;
      readonly signal?: AbortSignal | undefined;
      readonly shared?: Shared;
      /** True where nothing is changed though the method is not GET: asked again when the session is back. */
      readonly reads?: boolean;
    },
  ): Promise<unknown>;
}
