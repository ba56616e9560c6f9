import {randomBytes} from 'node:crypto';
import {PortalError} from '@openchoreo/portal-contract';
import {Hono, type Context} from 'hono';
import {getCookie} from 'hono/cookie';
import {isLoopback} from '../config/index.ts';
import {encodeParts, escapeHtml, isPortalError, problemResponse, toProblem, type GatewayEnv} from '../http/index.ts';
import type {Log} from '../observability/index.ts';
import type {BuiltPortal} from '../registry/index.ts';
import {pagePolicy} from '../security/index.ts';
import type {BootReader, PageStart} from './boot-page.ts';
import {renderHead, renderRest, renderStop} from './render-page.ts';

/**
 * Every other address a browser opens: the portal's page, after signing in. The part that shows the skeleton goes out
 * at once, while what the shell starts with is still being gathered.
 */
export function pageRoutes(options: {
  readonly publicUrl: string;
  readonly portal: BuiltPortal;
  readonly boot: BootReader;
  readonly log: Log;
}): Hono<GatewayEnv> {
  const {publicUrl, portal, log} = options;
  const {template, build} = portal;
  const app = new Hono<GatewayEnv>();

  app.get('*', async (context) => {
    const url = new URL(context.req.url);
    if (!wantsPage(context.req.raw, url)) return problemResponse(new PortalError('NOT_FOUND', [url.pathname]));
    const path = `${url.pathname}${url.search}`;
    const canonical = toCanonicalHost(context.req.header('host'), publicUrl);
    if (canonical !== undefined) return context.redirect(`${canonical}${path}`, 302);
    const session = context.get('session');
    if (session === undefined) return toSignIn(context, path);
    const start = await begin(options.boot.begin(session, url, context.req.header('accept-language')));
    if (start === undefined) return toSignIn(context, path);

    const nonce = randomBytes(16).toString('base64');
    const {locale: lang, theme} = start.preferences;
    // Written by the frame: about this screen, not about the person.
    const sidebar = getCookie(context, 'portal_sidebar') === 'narrow' ? 'narrow' : 'wide';
    async function* parts(page: PageStart): AsyncGenerator<string> {
      yield renderHead({template, nonce, lang, theme, sidebar, title: page.title, skip: page.skip});
      try {
        const {boot, preload, drawn} = await page.finish();
        yield renderRest({template, build, nonce, boot, preload, page: await drawn({nonce, address: path})});
      } catch (error) {
        if (!isPortalError(error)) log.error({err: error, requestId: context.get('requestId')}, 'the page broke off');
        yield renderStop(template, stopMarkup(error, lang, path));
      }
    }
    const {body, headers} = encodeParts(parts(start), context.req.header('accept-encoding'));
    return context.body(body, 200, {
      ...headers,
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': pagePolicy(nonce),
    });
  });

  return app;
}

/** Nothing when the session turns out to have ended. */
async function begin(start: Promise<PageStart>): Promise<PageStart | undefined> {
  try {
    return await start;
  } catch (error) {
    if (isPortalError(error, 'SESSION_EXPIRED')) return undefined;
    throw error;
  }
}

function toSignInPath(path: string): string {
  return `/auth/sign-in?return=${encodeURIComponent(path)}`;
}

function toSignIn(context: Context, path: string): Response {
  context.header('cache-control', 'no-store');
  return context.redirect(toSignInPath(path), 302);
}

/** What stands in a page whose first part is out already: the way to sign in, or what went wrong and another try. */
function stopMarkup(error: unknown, lang: string, path: string): string {
  const {code, title} = toProblem(error);
  if (code === 'SESSION_EXPIRED') {
    return `<meta http-equiv="refresh" content="0;url=${escapeHtml(toSignInPath(path))}">`;
  }
  const again = lang === 'de' ? 'Erneut versuchen' : 'Try again';
  return `<p class="no-script" role="alert">${escapeHtml(title)} (${code}) <a href="${escapeHtml(path)}">${again}</a></p>`;
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
