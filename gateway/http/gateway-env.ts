import type {ActiveSession} from '../sessions/index.ts';

/** What middleware leaves for handlers. */
export interface GatewayEnv {
  Variables: {
    requestId: string;
    /** Set when the request carries the cookie of a session that stands. */
    session?: ActiveSession;
    /** Origin of a page that may embed, when the request is one that such pages may send. No cookie counts then. */
    embedder?: string;
  };
}
