import type {HandlerContext, Host, Scope} from '@openchoreo/portal-contract';
import type {QueryClient} from '@tanstack/query-core';
import type {SendRequest} from '../data/request.ts';
import {createClients} from '../host/create-clients.ts';
import {ownRequests} from '../host/own-requests.ts';

export interface HandlerContextOptions {
  readonly host: Host;
  readonly scope: Scope;
  readonly signal: AbortSignal;
  readonly send: SendRequest;
  readonly queryClient: QueryClient;
  /** Full id of the command that runs. */
  readonly command?: string;
}

/**
 * What a handler gets: its module's host, whose calls bear the command's name and end with the command, and the query
 * cache.
 */
export function createHandlerContext(options: HandlerContextOptions): HandlerContext {
  const {host, scope, signal, send, queryClient, command} = options;
  return {
    host: command === undefined ? host : {...host, ...createClients(ownRequests(send, signal), host.module, command)},
    scope,
    signal,
    query: ({queryKey, queryFn, staleTime}) =>
      queryClient.query({queryKey, queryFn, ...(staleTime !== undefined && {staleTime})}),
  };
}
