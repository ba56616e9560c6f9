import {PortalError} from '@openchoreo/portal-contract';
import {Hono} from 'hono';
import * as z from 'zod';
import type {Composer} from '../composition/index.ts';
import type {GatewayEnv} from '../http/index.ts';
import type {ActiveSession} from '../sessions/index.ts';
import type {KeptStores} from './kept-stores.ts';
import {readJson} from './read-json.ts';
import {requireSession} from './require-session.ts';

const field = z.string().regex(/^[a-z][\w-]{0,63}$/i, "a field name like 'metrics'");
const change = z.strictObject({values: z.record(field, z.unknown()), writer: z.string().max(64)});

/** `/api/portal/stores/:module`: what a module of the person's session keeps for them. */
export function storeRoutes(options: {readonly stores: KeptStores; readonly composer: Composer}): Hono<GatewayEnv> {
  const {stores, composer} = options;
  const app = new Hono<GatewayEnv>();

  const demandModule = async (session: ActiveSession, id: string): Promise<void> => {
    const modules = await composer.modulesFor(session);
    if (!modules.some((module) => module.id === id)) throw new PortalError('MODULE_UNKNOWN', [id]);
  };

  app.get('/api/portal/stores/:module', async (context) => {
    const session = requireSession(context);
    const module = context.req.param('module');
    await demandModule(session, module);
    const values = await stores.read(session.user.id, module);
    return context.json({values}, 200, {'cache-control': 'no-store'});
  });

  app.patch('/api/portal/stores/:module', async (context) => {
    const session = requireSession(context);
    const module = context.req.param('module');
    const {values, writer} = await readJson(context, change);
    await demandModule(session, module);
    await stores.write({userId: session.user.id, module, writer}, values);
    return context.body(null, 204);
  });

  return app;
}
