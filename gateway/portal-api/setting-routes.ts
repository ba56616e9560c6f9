import {PortalError, type SettingGroup} from '@openchoreo/portal-contract';
import {Hono} from 'hono';
import * as z from 'zod';
import type {PermissionReader} from '../api/index.ts';
import type {AuditTrail} from '../audit/index.ts';
import type {Composer} from '../composition/index.ts';
import type {GatewayEnv} from '../http/index.ts';
import type {AcceptedModule} from '../registry/index.ts';
import type {ActiveSession} from '../sessions/index.ts';
import type {PreferenceStore} from './preference-store.ts';
import {readJson} from './read-json.ts';
import {requireSession} from './require-session.ts';
import type {SettingStore} from './setting-store.ts';

/** Without `value` the setting goes back to its default. */
const change = z.strictObject({key: z.string(), value: z.json().optional()});

const OPERATOR = 'portalmodule:update';

/** `/api/portal/settings`: what can be set of the session's modules, and setting it. */
export function settingRoutes(options: {
  readonly settings: SettingStore;
  readonly composer: Composer;
  readonly permissions: PermissionReader;
  readonly preferences: PreferenceStore;
  readonly audit: AuditTrail;
}): Hono<GatewayEnv> {
  const {settings, composer, permissions, preferences, audit} = options;
  const app = new Hono<GatewayEnv>();

  const findModule = async (session: ActiveSession, id: string): Promise<AcceptedModule> => {
    const module = (await composer.modulesFor(session)).find((one) => one.id === id);
    if (module === undefined) throw new PortalError('MODULE_UNKNOWN', [id]);
    return module;
  };

  app.get('/api/portal/settings', async (context) => {
    const session = requireSession(context);
    const {locale} = await preferences.read(session, context.req.header('accept-language'));
    const modules = await composer.modulesFor(session);
    const values = await settings.read(modules, session.user.id);
    const groups = modules.flatMap((module): readonly SettingGroup[] => {
      const manifest = composer.manifestOf(module, locale);
      const shown = manifest.settings?.filter(({hidden}) => !hidden) ?? [];
      if (shown.length === 0) return [];
      const {name, description} = manifest;
      const group = {module: module.id, name, settings: shown, values: values[module.id] ?? {}};
      return [description === undefined ? group : {...group, description}];
    });
    return context.json(groups, 200, NOT_KEPT);
  });

  app.get('/api/portal/settings/:module', async (context) => {
    const session = requireSession(context);
    const module = await findModule(session, context.req.param('module'));
    const values = await settings.read([module], session.user.id);
    return context.json({values: values[module.id] ?? {}}, 200, NOT_KEPT);
  });

  app.patch('/api/portal/settings/:module', async (context) => {
    const session = requireSession(context);
    const module = await findModule(session, context.req.param('module'));
    const wanted = await readJson(context, change);
    const setting = settings.find(module, wanted.key);
    const record = async (status: number): Promise<void> => {
      if (setting.level !== 'portal') return;
      await audit.record({
        action: 'setting.change',
        user: session.user,
        method: 'PATCH',
        target: `${module.id}/${setting.key}`,
        status,
        requestId: context.get('requestId'),
      });
    };
    if (setting.level === 'portal' && !(await permissions.may(session, OPERATOR))) {
      await record(403);
      throw new PortalError('PERMISSION_DENIED', [OPERATOR]);
    }
    await settings.write(module, session.user, wanted);
    await record(200);
    const values = await settings.read([module], session.user.id);
    return context.json({values: values[module.id] ?? {}}, 200, NOT_KEPT);
  });

  return app;
}

const NOT_KEPT = {'cache-control': 'no-store'};
