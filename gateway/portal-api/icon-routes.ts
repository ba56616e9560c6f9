import {PortalError, type IconNode} from '@openchoreo/portal-contract';
import {Hono} from 'hono';
import type {IconSource} from '../composition/index.ts';
import type {GatewayEnv} from '../http/index.ts';
import {requireSession} from './require-session.ts';

const MAX = 100;

/**
 * `/api/portal/icons?names=plus,TrendingUp`: the icons that commands, search results and consumers of
 * `window.OpenChoreo` name, drawn; unknown ones are left out. `/api/portal/icons/nearest?name=TrendUp` has the component
 * name that is most like an unknown one.
 */
export function iconRoutes({icons}: {readonly icons: IconSource}): Hono<GatewayEnv> {
  const app = new Hono<GatewayEnv>();

  app.get('/api/portal/icons', async (context) => {
    requireSession(context);
    const names = [...new Set((context.req.query('names') ?? '').split(',').filter(Boolean))];
    if (names.length > MAX) throw new PortalError('INVALID_REQUEST', [`names: found ${names.length}, expected ${MAX}`]);
    const drawn: Record<string, readonly IconNode[]> = {};
    for (const name of names) {
      const icon = await icons.resolve(name);
      if (icon !== undefined) drawn[name] = icon;
    }
    return context.json(drawn, 200, {'cache-control': 'private, max-age=86400'});
  });

  app.get('/api/portal/icons/nearest', async (context) => {
    requireSession(context);
    const name = context.req.query('name') ?? '';
    if (!/^[A-Z][A-Za-z0-9]{0,63}$/.test(name)) throw new PortalError('INVALID_REQUEST', ['name: expected PascalCase']);
    const nearest = await icons.findNearest(name);
    return context.json({...(nearest !== undefined && {nearest})}, 200, {'cache-control': 'private, max-age=86400'});
  });

  return app;
}
