import {PortalError} from '@openchoreo/portal-contract';
import {Hono, type Context} from 'hono';
import type {AuditTrail} from '../audit/index.ts';
import type {GatewayEnv, PlainPage} from '../http/index.ts';
import type {PortalCookies} from '../sessions/index.ts';
import type {EmbedTokens} from './embed-tokens.ts';
import {consentPage, handOverPage, notAllowedPage} from './sign-in-pages.ts';

const STATE = /^[\w-]{16,128}$/;
/** The window keeps its way back to the page that opened it; what it hands over goes to one exact origin only. */
const HEADERS = {'cross-origin-opener-policy': 'unsafe-none'};

/** `/embed/sign-in`: the window in which a person lets an embedding page show parts of the portal. */
export function embedSignInRoutes(options: {
  readonly publicUrl: string;
  readonly origins: ReadonlySet<string>;
  readonly tokens: EmbedTokens;
  readonly cookies: PortalCookies;
  readonly audit: AuditTrail;
}): Hono<GatewayEnv> {
  const {publicUrl, origins, tokens, cookies, audit} = options;
  const app = new Hono<GatewayEnv>();

  const show = (context: Context, {html, headers}: PlainPage, status = 200): Response =>
    context.body(html, status as 200, {...headers, ...HEADERS});

  const refuse = (context: Context, origin: string): Response => {
    const error = new PortalError('EMBED_NOT_ALLOWED', [origin.slice(0, 200)]);
    const fault = {code: error.code, sentence: error.message};
    return show(context, notAllowedPage(context.req.header('accept-language'), fault), 403);
  };

  app.get('/embed/sign-in', (context) => {
    const {origin = '', state = ''} = context.req.query();
    if (!origins.has(origin) || !STATE.test(state)) return refuse(context, origin);
    const session = context.get('session');
    if (session === undefined) {
      const back = `/embed/sign-in?${new URLSearchParams({origin, state})}`;
      return context.redirect(`${publicUrl}/auth/sign-in?return=${encodeURIComponent(back)}`, 302);
    }
    return show(context, consentPage(context.req.header('accept-language'), {origin, state, name: session.user.name}));
  });

  // A form of this origin only: `refuseCrossSite` stands before it.
  app.post('/embed/sign-in', async (context) => {
    const form = new URLSearchParams(await context.req.text());
    const [origin, state] = [form.get('origin') ?? '', form.get('state') ?? ''];
    if (!origins.has(origin) || !STATE.test(state)) return refuse(context, origin);
    const session = context.get('session');
    const cookie = cookies.readSession(context);
    if (session === undefined || cookie === undefined) {
      return context.redirect(`${publicUrl}/embed/sign-in?${new URLSearchParams({origin, state})}`, 303);
    }
    await audit.record({
      action: 'embed.sign-in',
      user: session.user,
      target: origin,
      status: 200,
      requestId: context.get('requestId'),
    });
    return show(
      context,
      handOverPage(context.req.header('accept-language'), {...tokens.grant(cookie, origin), origin, state}),
    );
  });

  return app;
}
