import {PortalError} from '@openchoreo/portal-contract';
import {Hono} from 'hono';
import * as z from 'zod';
import type {PermissionReader} from '../api/index.ts';
import type {AuditTrail} from '../audit/index.ts';
import {isPortalError, type GatewayEnv} from '../http/index.ts';
import type {InstalledModules, ModuleInstalls} from '../registry/index.ts';
import type {ActiveSession} from '../sessions/index.ts';
import {readJson} from './read-json.ts';
import {requireSession} from './require-session.ts';

const outcome = z.strictObject({claim: z.uuid(), error: z.string().min(1).max(2000).optional()});

/**
 * `/api/portal/installs`: the hooks that run once for the whole portal. A tab of somebody who may install modules
 * claims one (`POST …/<module>`; 204 when another tab has it), runs it, and says what came of it (`PUT …/<module>`).
 */
export function installRoutes(options: {
  readonly installs: ModuleInstalls;
  readonly installed: InstalledModules;
  readonly permissions: PermissionReader;
  readonly audit: AuditTrail;
}): Hono<GatewayEnv> {
  const {installs, installed, permissions, audit} = options;
  const app = new Hono<GatewayEnv>();

  const demand = async (session: ActiveSession): Promise<void> => {
    if (await permissions.may(session, 'portalmodule:update')) return;
    throw new PortalError('PERMISSION_DENIED', ['portalmodule:update']);
  };

  app.get('/api/portal/installs', async (context) => {
    await demand(requireSession(context));
    return context.json(await installs.pending(), 200, {'cache-control': 'no-store'});
  });

  app.post('/api/portal/installs/:id', async (context) => {
    const session = requireSession(context);
    await demand(session);
    const claimed = await installs.claim(context.req.param('id'), session.user.name);
    return claimed ? context.json(claimed) : context.body(null, 204);
  });

  app.put('/api/portal/installs/:id', async (context) => {
    const session = requireSession(context);
    const target = context.req.param('id');
    const {user} = session;
    const record = (status: number): Promise<void> =>
      audit.record({
        action: 'module.install',
        user,
        method: 'PUT',
        target,
        status,
        requestId: context.get('requestId'),
      });
    try {
      await demand(session);
    } catch (error) {
      await record(isPortalError(error, 'PERMISSION_DENIED') ? 403 : 502);
      throw error;
    }
    const {claim, error} = await readJson(context, outcome);
    await installs.settle(target, claim, {user: user.name, ...(error !== undefined && {error})});
    await installed.settled();
    await record(error === undefined ? 200 : 500);
    return context.body(null, 204);
  });

  return app;
}
