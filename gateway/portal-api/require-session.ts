import {PortalError} from '@openchoreo/portal-contract';
import type {Context} from 'hono';
import type {GatewayEnv} from '../http/index.ts';
import type {ActiveSession} from '../sessions/index.ts';

/** The request's session. Throws `SESSION_EXPIRED`. */
export function requireSession(context: Context<GatewayEnv>): ActiveSession {
  const session = context.get('session');
  if (session === undefined) throw new PortalError('SESSION_EXPIRED', []);
  return session;
}
