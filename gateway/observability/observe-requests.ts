import {randomUUID} from 'node:crypto';
import type {MiddlewareHandler} from 'hono';
import type {GatewayEnv} from '../http/index.ts';
import type {Log} from './create-log.ts';
import type {Metrics} from './metrics.ts';

/** Gives every request an id, measures it, and logs one line without its query: queries may hold codes. */
export function observeRequests(log: Log, metrics: Metrics): MiddlewareHandler<GatewayEnv> {
  return async (context, next) => {
    const requestId = randomUUID();
    context.set('requestId', requestId);
    const begun = performance.now();
    await next();
    const milliseconds = performance.now() - begun;
    const {status} = context.res;
    const {method, path} = context.req;
    const route = toRouteGroup(path);
    metrics.request(route, method, status, milliseconds / 1000);
    context.header('x-request-id', requestId);
    const level = status >= 500 ? 'error' : QUIET.has(route) ? 'debug' : 'info';
    const user = context.get('session')?.user.id;
    log[level]({requestId, method, path: withoutTicket(path), status, ms: Math.round(milliseconds), user}, 'request');
  };
}

/** The address of embedded code says whose it is. */
function withoutTicket(path: string): string {
  return path.replace(/^(\/embed\/code\/)[^/]+/, '$1…');
}

/** A handful of groups: a label per path would grow without end. */
function toRouteGroup(path: string): string {
  const [, first = '', second = ''] = path.split('/');
  if (first === 'api') return ['portal', 'openchoreo', 'observer'].includes(second) ? `/api/${second}` : '/api';
  return ['assets', 'm', 'embed', 'auth', 'idp', 'healthz', 'readyz', 'metrics'].includes(first) ? `/${first}` : 'page';
}

const QUIET = new Set(['/assets', '/m', '/embed', '/healthz', '/readyz', '/metrics']);
