import type {ActiveSession} from '../sessions/index.ts';

/** What middleware leaves for handlers. */
export interface GatewayEnv {
  Variables: {
    requestId: string;
    /** Set when the request carries the cookie of a session that stands. */
    session?: ActiveSession;
  };
}
