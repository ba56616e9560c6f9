import {API_VERSION} from './manifest-version.ts';

/**
 * Keys of the `context-request` protocol. Made by `Symbol.for` and carrying the contract's major version, so that a
 * second copy of this file still matches, and another portal's on the same page does not.
 */
export const CONTEXT_KEYS = {
  /** `Host` of the module whose part of the page this is. */
  host: Symbol.for(`openchoreo.portal/${API_VERSION}:host`),
  /** The one `QueryClient` of `@tanstack/query-core`. */
  queryClient: Symbol.for(`openchoreo.portal/${API_VERSION}:query-client`),
  /** `RouteLocation` of the page. */
  location: Symbol.for(`openchoreo.portal/${API_VERSION}:location`),
} as const;
