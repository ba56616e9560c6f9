import type {MiddlewareHandler} from 'hono';
import type {GatewayEnv} from '../http/index.ts';
import {hasRequestsForEmbedders, isForEmbedders} from './embedder-requests.ts';

const HEADERS = 'accept, accept-language, authorization, content-type, x-portal-command, x-portal-module';
/** Seconds a browser remembers that it may ask. */
const REMEMBERED = '600';

/**
 * Lets pages of the given origins read answers (CORS), and marks their requests with `embedder`. Never with credentials:
 * such a page says who its person is by a token, and a cookie that comes along counts for nothing.
 */
export function admitEmbedders(origins: ReadonlySet<string>): MiddlewareHandler<GatewayEnv> {
  return async (context, next) => {
    const {path} = context.req;
    if (!hasRequestsForEmbedders(path)) return next();
    const origin = context.req.header('origin');
    const asked = context.req.method === 'OPTIONS' ? context.req.header('access-control-request-method') : undefined;
    const method = asked ?? context.req.method;
    const isAdmitted = origin !== undefined && origins.has(origin) && isForEmbedders(method, path);
    if (isAdmitted && asked !== undefined) {
      return new Response(null, {
        status: 204,
        headers: {
          'access-control-allow-origin': origin,
          'access-control-allow-methods': method,
          'access-control-allow-headers': HEADERS,
          'access-control-max-age': REMEMBERED,
          vary: 'origin, access-control-request-method',
        },
      });
    }
    if (isAdmitted) context.set('embedder', origin);
    await next();
    const {headers} = context.res;
    headers.append('vary', 'origin');
    if (isAdmitted) headers.set('access-control-allow-origin', origin);
  };
}
