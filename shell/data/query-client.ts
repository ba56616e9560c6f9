import type {Boot, ErrorCode} from '@openchoreo/portal-contract';
import {QueryClient} from '@tanstack/query-core';
import {isPortalError} from '../errors/to-portal-error.ts';

const WORTH_RETRYING: readonly ErrorCode[] = ['API_TIMEOUT', 'API_UNREACHABLE', 'INTERNAL', 'OFFLINE'];

/** The one query client of the portal, filled with the data that came inside the page. */
export function createQueryClient(data: Boot['data']): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: {staleTime: 30_000, retry: (failures, error) => failures < 2 && isWorthRetrying(error)},
      mutations: {retry: false},
    },
  });
  for (const {queryKey, data: value, updatedAt} of data) client.setQueryData(queryKey, value, {updatedAt});
  return client;
}

/** Refusals stay refusals; only what the network or a server did may be different the next time. */
function isWorthRetrying(error: unknown): boolean {
  if (!isPortalError(error)) return false;
  if (error.code === 'PLATFORM_REFUSED') return Number(error.values[0]) >= 500;
  return WORTH_RETRYING.includes(error.code);
}
