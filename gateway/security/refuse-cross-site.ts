import {PortalError} from '@openchoreo/portal-contract';
import type {MiddlewareHandler} from 'hono';
import {problemResponse, type GatewayEnv} from '../http/index.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses requests that change something and come from another site, by what the browser itself says about them.
 * Programs that are no browser send neither header and carry no cookie they were not given.
 */
export function refuseCrossSite(publicUrl: string): MiddlewareHandler<GatewayEnv> {
  return async (context, next) => {
    // Known by its token alone, and only for the few requests that embedding pages may send.
    if (SAFE.has(context.req.method) || context.get('embedder') !== undefined) return next();
    const origin = context.req.header('origin');
    const site = context.req.header('sec-fetch-site');
    const foreign = site !== undefined && site !== 'same-origin' && site !== 'none';
    if (foreign || (origin !== undefined && origin !== publicUrl)) {
      return problemResponse(new PortalError('CROSS_SITE_REFUSED', []));
    }
    return next();
  };
}
