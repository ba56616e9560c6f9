import {createContext} from '@lit/context';
import type {QueryClient} from '@tanstack/query-core';
import {CONTEXT_KEYS, type Host, type RouteLocation} from '@openchoreo/portal-contract';

/** The host of the module whose part of the page an element stands in. */
export const hostContext = createContext<Host, symbol>(CONTEXT_KEYS.host);

/** The one query client of the portal. */
export const queryClientContext = createContext<QueryClient, symbol>(CONTEXT_KEYS.queryClient);

/** Where the page is; a new value at every change of parameters or query. */
export const locationContext = createContext<RouteLocation, symbol>(CONTEXT_KEYS.location);
