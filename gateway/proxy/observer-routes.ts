import {PortalError} from '@openchoreo/portal-contract';
import {Hono} from 'hono';
import {toObserving, type PlatformCaller} from '../api/index.ts';
import {problemResponse, type GatewayEnv} from '../http/index.ts';
import {proxyRoutes, type ProxyMeans} from './proxy-routes.ts';

const PREFIX = '/api/observer';

/** `/api/observer/**`: the observer's API with the person's own token. Without an observer it says so. */
export function observerRoutes(caller: PlatformCaller | undefined, means: ProxyMeans): Hono<GatewayEnv> {
  if (caller) {
    const changes = (method: string, path: string): boolean => toObserving(method, path) === undefined;
    return proxyRoutes({...means, caller, prefix: PREFIX, audited: 'observer', changes});
  }
  const app = new Hono<GatewayEnv>();
  app.all(`${PREFIX}/*`, (context) => {
    const code = context.get('session') === undefined ? 'SESSION_EXPIRED' : 'OBSERVER_NOT_CONFIGURED';
    return problemResponse(new PortalError(code, []));
  });
  return app;
}
