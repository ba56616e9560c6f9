import {PortalError, toFaultText, type Permission} from '@openchoreo/portal-contract';
import {Hono} from 'hono';
import * as z from 'zod';
import type {PermissionReader} from '../api/index.ts';
import type {AuditTrail} from '../audit/index.ts';
import type {Composer} from '../composition/index.ts';
import {isPortalError, problemResponse, type GatewayEnv} from '../http/index.ts';
import {attribute} from '../proxy/index.ts';
import type {InstalledModules, ModuleRegistry} from '../registry/index.ts';
import type {ActiveSession} from '../sessions/index.ts';
import type {PreferenceStore} from './preference-store.ts';
import {readJson} from './read-json.ts';
import {requireSession} from './require-session.ts';

const change = z.strictObject({enabled: z.boolean(), dependents: z.boolean().optional()});

/** `/api/portal/modules`: what operators see of modules, switching them on and off, and removing installed ones. */
export function moduleRoutes(options: {
  readonly registry: ModuleRegistry;
  readonly installed: InstalledModules;
  readonly composer: Composer;
  readonly permissions: PermissionReader;
  readonly preferences: PreferenceStore;
  readonly audit: AuditTrail;
}): Hono<GatewayEnv> {
  const {registry, installed, composer, permissions, preferences, audit} = options;
  const app = new Hono<GatewayEnv>();

  const demand = async (session: ActiveSession, action: Permission): Promise<void> => {
    if (!(await permissions.may(session, action))) throw new PortalError('PERMISSION_DENIED', [action]);
  };

  app.get('/api/portal/modules', async (context) => {
    const session = requireSession(context);
    await demand(session, 'portalmodule:view');
    const {locale} = await preferences.read(session, context.req.header('accept-language'));
    return context.json(await composer.entriesFor(session, locale), 200, {'cache-control': 'no-store'});
  });

  app.put('/api/portal/modules/:id', async (context) => {
    const session = requireSession(context);
    const id = context.req.param('id');
    const asker = await attribute(context.req.raw.headers, session, {composer, registry});
    const record = (action: string, target: string, status: number): Promise<void> =>
      audit.record({
        action,
        user: session.user,
        method: 'PUT',
        target,
        status,
        ...asker,
        requestId: context.get('requestId'),
      });
    try {
      await demand(session, 'portalmodule:update');
    } catch (error) {
      await record('module.change', id, isPortalError(error, 'PERMISSION_DENIED') ? 403 : 502);
      throw error;
    }
    const {enabled, dependents} = await readJson(context, change);
    const module = registry.find(id);
    if (module === undefined) throw new PortalError('MODULE_UNKNOWN', [id]);
    if (module.status === 'refused') {
      throw new PortalError('INVALID_REQUEST', [
        toFaultText([{path: 'id', found: `'${id}', which was refused`, expected: 'a module that can run'}]),
      ]);
    }
    const decisions = await registry.decisions();
    const others = enabled ? [] : registry.dependentsOf(id).filter((other) => decisions.get(other)?.enabled ?? true);
    if (others.length > 0 && dependents !== true) {
      const error = new PortalError('MODULE_HAS_DEPENDENTS', [id, others.join(', ')]);
      return problemResponse(error, {more: {dependents: others}});
    }
    await registry.decide([id, ...others], enabled, session.user.name);
    for (const one of [id, ...others]) {
      await record(enabled ? 'module.enable' : 'module.disable', one, 200);
    }
    const {locale} = await preferences.read(session, context.req.header('accept-language'));
    const entries = await composer.entriesFor(session, locale);
    return context.json(entries.find((entry) => entry.id === id && entry.status !== 'refused'));
  });

  app.delete('/api/portal/modules/:id', async (context) => {
    const session = requireSession(context);
    const id = context.req.param('id');
    const asker = await attribute(context.req.raw.headers, session, {composer, registry});
    const record = (status: number): Promise<void> =>
      audit.record({
        action: 'module.remove',
        user: session.user,
        method: 'DELETE',
        target: id,
        status,
        ...asker,
        requestId: context.get('requestId'),
      });
    try {
      await demand(session, 'portalmodule:delete');
    } catch (error) {
      await record(isPortalError(error, 'PERMISSION_DENIED') ? 403 : 502);
      throw error;
    }
    const dependents = registry.dependentsOf(id);
    if (dependents.length > 0 && context.req.query('dependents') !== 'true') {
      const error = new PortalError('MODULE_HAS_DEPENDENTS', [id, dependents.join(', ')]);
      return problemResponse(error, {more: {dependents}});
    }
    await installed.remove(id);
    await record(204);
    return context.body(null, 204);
  });

  return app;
}
