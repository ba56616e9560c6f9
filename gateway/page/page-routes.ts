import {randomBytes} from 'node:crypto';
import {PortalError} from '@openchoreo/portal-contract';
import {Hono, type Context} from 'hono';
import {isLoopback} from '../config/index.ts';
import {encodeBody, isPortalError, problemResponse, type GatewayEnv} from '../http/index.ts';
import type {BuiltPortal} from '../registry/index.ts';
import {pagePolicy} from '../security/index.ts';
import type {BootPage, BootReader} from './boot-page.ts';
import {renderPage} from './render-page.ts';

/** Every other address a browser opens: the portal's page, after signing in. */
export function pageRoutes(options: {
  readonly publicUrl: string;
  readonly portal: BuiltPortal;
  readonly boot: BootReader;
}): Hono<GatewayEnv> {
  const {publicUrl, portal} = options;
  const app = new Hono<GatewayEnv>();

  app.get('*', async (context) => {
    const url = new URL(context.req.url);
    if (!wantsPage(context.req.raw, url)) return problemResponse(new PortalError('NOT_FOUND', [url.pathname]));
    const path = `${url.pathname}${url.search}`;
    const canonical = toCanonicalHost(context.req.header('host'), publicUrl);
    if (canonical !== undefined) return context.redirect(`${canonical}${path}`, 302);
    const session = context.get('session');
    if (session === undefined) return toSignIn(context, path);
    const nonce = randomBytes(16).toString('base64');
    const page = await read(session, url, context.req.header('accept-language'));
    if (page === undefined) return toSignIn(context, path);
    const html = renderPage({template: portal.template, build: portal.build, nonce, ...page});
    const {body, headers} = await encodeBody(html, context.req.header('accept-encoding'));
    return context.body(body, 200, {
      ...headers,
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': pagePolicy(nonce),
    });
  });

  /** What the page starts with; nothing when the session turns out to have ended. */
  const read = async (...request: Parameters<BootReader['read']>): Promise<BootPage | undefined> => {
    try {
      return await options.boot.read(...request);
    } catch (error) {
      if (isPortalError(error, 'SESSION_EXPIRED')) return undefined;
      throw error;
    }
  };

  return app;
}

function toSignIn(context: Context, path: string): Response {
  context.header('cache-control', 'no-store');
  return context.redirect(`/auth/sign-in?return=${encodeURIComponent(path)}`, 302);
}

/** Scripts, images and data that are not there must not get a page in their stead. */
function wantsPage(request: Request, url: URL): boolean {
  const destination = request.headers.get('sec-fetch-dest');
  if (destination === 'document' || destination === 'iframe') return true;
  if (destination !== null && destination !== 'empty') return false;
  return !/\.(?:js|mjs|css|map|json|svg|png|ico|woff2?|txt|xml|php)$/.test(url.pathname);
}

/** `localhost` and `127.0.0.1` have cookies of their own: signing in works under one name only. */
function toCanonicalHost(host: string | undefined, publicUrl: string): string | undefined {
  const wanted = new URL(publicUrl);
  if (host === undefined || host === wanted.host || !URL.canParse(`http://${host}`)) return undefined;
  const bothHere = isLoopback(new URL(`http://${host}`).hostname) && isLoopback(wanted.hostname);
  return bothHere && new URL(`http://${host}`).port === wanted.port ? publicUrl : undefined;
}
