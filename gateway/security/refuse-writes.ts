import {PortalError} from '@openchoreo/portal-contract';
import type {MiddlewareHandler} from 'hono';
import type {AuditTrail} from '../audit/index.ts';
import {problemResponse, type GatewayEnv} from '../http/index.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
/**
 * What is the person's own and no power: leaving the view, what the portal and its modules keep for them, what tabs
 * report of themselves.
 * The platform's APIs have their own answers, with their own place in the audit trail.
 */
const OPEN = /^\/api\/(openchoreo\/|observer\/|portal\/(view-as|preferences|stores|telemetry)(\/|$))/;

/** Whoever looks at the portal through a role changes nothing in it. Attempts are in the audit trail. */
export function refuseWrites(audit: AuditTrail): MiddlewareHandler<GatewayEnv> {
  return async (context, next) => {
    const {method, path} = context.req;
    const session = context.get('session');
    if (session?.viewAs === undefined || SAFE.has(method) || OPEN.test(path)) return next();
    const answer = problemResponse(new PortalError('VIEW_AS_READ_ONLY', []));
    await audit.record({
      action: 'view-as.refused',
      user: session.user,
      method,
      target: path,
      status: answer.status,
      requestId: context.get('requestId'),
    });
    return answer;
  };
}
