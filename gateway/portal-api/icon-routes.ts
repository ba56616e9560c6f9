import {PortalError, type IconNode} from '@openchoreo/portal-contract';
import {Hono} from 'hono';
import type {IconSource} from '../composition/index.ts';
import type {GatewayEnv} from '../http/index.ts';
import {requireSession} from './require-session.ts';

const MAX = 100;

/** `/api/portal/icons?names=plus,box`: the icons that commands and search results name, drawn; unknown ones are left out. */
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

  return app;
}
