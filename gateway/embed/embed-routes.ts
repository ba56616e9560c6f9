import {PortalError} from '@openchoreo/portal-contract';
import {Hono} from 'hono';
import * as z from 'zod';
import {encodeBody, problemResponse, type GatewayEnv} from '../http/index.ts';
import {readJson, requireSession} from '../portal-api/index.ts';
import type {ModuleRegistry} from '../registry/index.ts';
import {readEmbedSession, type EmbedSessionOptions} from './embed-session.ts';
import type {EmbedTokens} from './embed-tokens.ts';

const question = z.strictObject({
  modules: z.array(z.string().regex(/^[a-z0-9-]{1,64}$/)).max(50),
  lang: z.string().max(35),
});

const NOT_KEPT = {'cache-control': 'no-store'};

/**
 * `/embed/**`: what a page of another origin needs to show elements of modules. The host's own files are for every page,
 * so that one that may not embed can say so; code of modules and whatever is a person's is for `EMBED_ORIGINS` only.
 */
export function embedRoutes(
  options: EmbedSessionOptions & {
    readonly origins: ReadonlySet<string>;
    readonly registry: ModuleRegistry;
    readonly tokens: EmbedTokens;
  },
): Hono<GatewayEnv> {
  const {origins, files, tokens, tickets, registry} = options;
  const app = new Hono<GatewayEnv>();
  const missing = (path: string): Response => problemResponse(new PortalError('NOT_FOUND', [path]));

  app.get('/embed/access', (context) => {
    const headers = {...NOT_KEPT, 'access-control-allow-origin': '*', vary: 'origin'};
    return context.json({allowed: origins.has(context.req.header('origin') ?? '')}, 200, headers);
  });

  app.post('/embed/session', async (context) => {
    const session = requireSession(context);
    const asked = await readJson(context, question);
    const origin = context.get('embedder') ?? '';
    const answer = JSON.stringify(await readEmbedSession(asked, {session, origin}, options));
    const {body, headers} = await encodeBody(answer, context.req.header('accept-encoding'));
    return context.body(body, 200, {...headers, ...NOT_KEPT, 'content-type': 'application/json'});
  });

  app.post('/embed/token', async (context) => {
    const origin = context.get('embedder');
    if (origin === undefined) throw new PortalError('SESSION_EXPIRED', []);
    return context.json(await tokens.renew(context.req.header('authorization'), origin), 200, NOT_KEPT);
  });

  app.get('/embed/code/:ticket/:id/:version/:file', async (context) => {
    const {ticket, id, version, file} = context.req.param();
    const origin = context.get('embedder') ?? '';
    const isOn = (await registry.decisions()).get(id)?.enabled ?? true;
    if (!isOn || !tickets.admits(ticket, {origin, id, version})) return missing('/embed/code/');
    const path = `/embed/code/-/${id}/${version}/${file}`;
    const response = (await files.respond(path, context.req.raw)) ?? missing(path);
    const control = response.headers.get('cache-control');
    if (control !== null) response.headers.set('cache-control', control.replace('public', 'private'));
    return response;
  });

  app.get('/embed/*', async (context) => {
    const {path} = context.req;
    const response = path.startsWith('/embed/code/') ? undefined : await files.respond(path, context.req.raw);
    const answer = response ?? missing(path);
    answer.headers.set('access-control-allow-origin', '*');
    return answer;
  });

  app.all('/embed/*', (context) => missing(context.req.path));

  return app;
}
