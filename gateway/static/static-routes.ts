import {PortalError} from '@openchoreo/portal-contract';
import {Hono} from 'hono';
import type {Composer} from '../composition/index.ts';
import {problemResponse, type GatewayEnv} from '../http/index.ts';
import type {ClientFiles} from './client-files.ts';

/**
 * `/assets/**` for everybody; `/m/<id>/<version>/**` for sessions whose composition has the module: the code of a
 * module that a person may not have is not even served.
 */
export function staticRoutes(options: {readonly files: ClientFiles; readonly composer: Composer}): Hono<GatewayEnv> {
  const {files, composer} = options;
  const app = new Hono<GatewayEnv>();
  const missing = (path: string): Response => problemResponse(new PortalError('NOT_FOUND', [path]));

  app.get('/assets/*', async (context) => {
    const {path} = context.req;
    return (await files.respond(path, context.req.raw)) ?? missing(path);
  });

  app.get('/m/:id/:version/*', async (context) => {
    const {path} = context.req;
    const session = context.get('session');
    if (session === undefined) return problemResponse(new PortalError('SESSION_EXPIRED', []));
    const {id, version} = context.req.param();
    const module = await composer.servedModule(session, id, version);
    if (module === undefined) return missing(path);
    const lang = context.req.query('lang');
    if (path === `${module.base}manifest.json` && lang !== undefined) {
      return context.json(composer.manifestOf(module, lang), 200, {'cache-control': 'no-cache'});
    }
    return asPrivate((await files.respond(path, context.req.raw)) ?? missing(path));
  });

  app.get('/m/*', (context) => missing(context.req.path));

  return app;
}

/** A shared cache must not hand a module's code to people without it. */
function asPrivate(response: Response): Response {
  const control = response.headers.get('cache-control');
  if (control !== null) response.headers.set('cache-control', control.replace('public', 'private'));
  return response;
}
