import {parseConsumerRegistration, PortalError, toConsumerParts, toFaultText} from '@openchoreo/portal-contract';
import {Hono} from 'hono';
import * as z from 'zod';
import type {PermissionReader} from '../api/index.ts';
import type {AuditTrail} from '../audit/index.ts';
import type {GatewayEnv} from '../http/index.ts';
import type {InstalledModules} from '../registry/index.ts';
import {readJson} from './read-json.ts';
import {requireSession} from './require-session.ts';

const OPERATOR = 'portalmodule:update';

/**
 * `PUT /api/portal/modules/<id>/registration`: what a consumer of `window.OpenChoreo` registered when an operator's
 * session ran it. From then on every session knows its routes and cards without running it.
 */
export function registrationRoutes(options: {
  readonly installed: InstalledModules;
  readonly permissions: PermissionReader;
  readonly audit: AuditTrail;
}): Hono<GatewayEnv> {
  const {installed, permissions, audit} = options;
  const app = new Hono<GatewayEnv>();

  app.put('/api/portal/modules/:id/registration', async (context) => {
    const session = requireSession(context);
    const id = context.req.param('id');
    const record = (status: number): Promise<void> =>
      audit.record({
        action: 'module.registration',
        user: session.user,
        method: 'PUT',
        target: id,
        status,
        requestId: context.get('requestId'),
      });
    if (!(await permissions.may(session, OPERATOR))) {
      await record(403);
      throw new PortalError('PERMISSION_DENIED', [OPERATOR]);
    }
    const data = await readJson(context, z.json());
    const parsed = parseConsumerRegistration(data, id);
    if (!parsed.ok) throw new PortalError('INVALID_REQUEST', [toFaultText(parsed.error)]);
    const parts = toConsumerParts(parsed.value, 'registered.js');
    if (!parts.ok) throw new PortalError('INVALID_REQUEST', [toFaultText(parts.error)]);
    // A consumer says the same each time it runs: only what is new is worth a record.
    if (await installed.record(id, parsed.value, session.user.name)) await record(204);
    return context.body(null, 204);
  });

  return app;
}
