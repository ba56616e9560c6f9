import {CONTEXT_KEYS} from '@openchoreo/portal-contract';
import type {QueryClient} from '@tanstack/query-core';

/** The portal's one query client, asked for as an element would: a module's hook stands in no element. */
export function readQueryClient(): QueryClient {
  let found: QueryClient | undefined;
  const request = new Event('context-request', {bubbles: true, composed: true});
  const callback = (client: QueryClient): void => void (found = client);
  document.body.dispatchEvent(Object.assign(request, {context: CONTEXT_KEYS.queryClient, callback}));
  if (!found) throw new TypeError('Nobody in this page provides a query client.');
  return found;
}
