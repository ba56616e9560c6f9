import {PortalError} from '@openchoreo/portal-contract';
import {Hono} from 'hono';
import type {Composer} from '../composition/index.ts';
import {encodeBody, type GatewayEnv} from '../http/index.ts';
import {toSession} from '../sessions/index.ts';
import {preferencesSchema, type PreferenceStore} from './preference-store.ts';
import {readJson} from './read-json.ts';
import {requireSession} from './require-session.ts';

/** `/api/portal/session`, `/composition`, `/preferences`. */
export function portalRoutes(options: {
  readonly composer: Composer;
  readonly preferences: PreferenceStore;
  readonly locales: readonly string[];
}): Hono<GatewayEnv> {
  const {composer, preferences, locales} = options;
  const app = new Hono<GatewayEnv>();

  app.get('/api/portal/session', (context) => {
    return context.json(toSession(requireSession(context)), 200, NOT_KEPT);
  });

  app.get('/api/portal/composition', async (context) => {
    const session = requireSession(context);
    const {locale} = await preferences.read(session, context.req.header('accept-language'));
    const wanted = context.req.query('lang');
    const lang = wanted !== undefined && locales.includes(wanted) ? wanted : locale;
    const isSafe = context.req.query('safe-mode') !== undefined;
    const composition = await composer.compositionFor(session, lang, isSafe);
    const {body, headers} = await encodeBody(JSON.stringify(composition), context.req.header('accept-encoding'));
    return context.body(body, 200, {...headers, ...NOT_KEPT, 'content-type': 'application/json'});
  });

  app.get('/api/portal/preferences', async (context) => {
    const session = requireSession(context);
    return context.json(await preferences.read(session, context.req.header('accept-language')), 200, NOT_KEPT);
  });

  app.put('/api/portal/preferences', async (context) => {
    const session = requireSession(context);
    const value = await readJson(context, preferencesSchema);
    if (!locales.includes(value.locale)) {
      const fault = `locale: found '${value.locale}', expected ${locales.join(' or ')}`;
      throw new PortalError('INVALID_REQUEST', [fault]);
    }
    await preferences.write(session, value);
    return context.json(value);
  });

  return app;
}

const NOT_KEPT = {'cache-control': 'no-store'};
