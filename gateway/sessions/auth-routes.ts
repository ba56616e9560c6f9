import {PortalError, type User} from '@openchoreo/portal-contract';
import {Hono, type Context} from 'hono';
import {toProblem, type PlainPage} from '../http/index.ts';
import {leavingPage, signedInPage, signedOutPage, signInFailedPage} from './auth-pages.ts';
import type {PortalCookies} from './cookies.ts';
import type {IdentityClient, SignInChecks} from './identity-client.ts';
import {toReturnPath} from './return-path.ts';
import type {SessionStore} from './session-store.ts';
import {seal, unseal} from './token-cipher.ts';

/** `/auth/**`: signing in with the provider and out of both. People come back to the page they wanted. */
export function authRoutes(options: {
  readonly publicUrl: string;
  readonly client: IdentityClient;
  readonly sessions: SessionStore;
  readonly cookies: PortalCookies;
  /** Keeps what a sign-in needs to remember unreadable and unchanged in the browser. */
  readonly cookieSecret: string;
  readonly onSignIn: (context: Context, user: User) => Promise<void>;
  /** Nobody is known then; `status` is the answer's. */
  readonly onSignInFailed: (context: Context, error: unknown, status: number) => Promise<void>;
  readonly onSignOut: (context: Context, user: User) => Promise<void>;
}): Hono {
  const {publicUrl, client, sessions, cookies, cookieSecret} = options;
  const app = new Hono();

  app.get('/auth/sign-in', async (context) => {
    const path = toReturnPath(context.req.query('return'), publicUrl);
    const value = cookies.readSession(context);
    if (value !== undefined && (await sessions.find(value)) !== undefined) return redirect(context, path);
    const checks = client.newChecks();
    try {
      const url = await client.signInUrl(checks);
      cookies.writeSignIn(context, checks.state, seal(JSON.stringify({...checks, path}), cookieSecret));
      return context.redirect(url.href, 302);
    } catch (error) {
      return failed(context, error, path);
    }
  });

  app.get('/auth/callback', async (context) => {
    const state = context.req.query('state') ?? '';
    const kept = readKept(cookies.readSignIn(context, state), cookieSecret);
    cookies.clearSignIn(context, state);
    if (kept?.state !== state) {
      return failed(
        context,
        new PortalError('SIGN_IN_FAILED', ['it was begun in another browser or too long ago']),
        '/',
      );
    }
    try {
      const {user, tokens} = await client.exchange(new URL(context.req.url).search, kept);
      const previous = cookies.readSession(context);
      const old = previous === undefined ? undefined : await sessions.find(previous);
      if (old !== undefined) await sessions.end(old.hash);
      const {value, endsAt} = await sessions.begin(user, tokens);
      cookies.writeSession(context, value, endsAt);
      await options.onSignIn(context, user);
      return redirect(context, kept.path);
    } catch (error) {
      return failed(context, error, kept.path);
    }
  });

  app.post('/auth/sign-out', async (context) => {
    const value = cookies.readSession(context);
    const session = value === undefined ? undefined : await sessions.find(value);
    cookies.clearSession(context);
    if (session === undefined) return redirect(context, '/auth/signed-out');
    await sessions.end(session.hash);
    await options.onSignOut(context, session.user);
    const url = await client.signOutUrl(session.idToken).catch(() => undefined); // signed out here in any case
    return url === undefined
      ? redirect(context, '/auth/signed-out')
      : page(context, leavingPage(context.req.header('accept-language'), url));
  });

  app.get('/auth/signed-out', (context) => page(context, signedOutPage(context.req.header('accept-language'))));
  app.get('/auth/signed-in', (context) => page(context, signedInPage(context.req.header('accept-language'))));

  const failed = async (context: Context, error: unknown, path: string): Promise<Response> => {
    const problem = toProblem(error);
    await options.onSignInFailed(context, error, problem.status);
    const retry = `/auth/sign-in?return=${encodeURIComponent(path)}`;
    const fault = {code: problem.code, sentence: problem.title, retry};
    return page(context, signInFailedPage(context.req.header('accept-language'), fault), problem.status);
  };

  const redirect = (context: Context, path: string): Response => context.redirect(`${publicUrl}${path}`, 303);

  return app;
}

function page(context: Context, {html, headers}: PlainPage, status = 200): Response {
  return context.body(html, status as 200, headers);
}

function readKept(sealed: string | undefined, secret: string): (SignInChecks & {readonly path: string}) | undefined {
  const text = sealed === undefined ? undefined : unseal(sealed, secret);
  return text === undefined ? undefined : (JSON.parse(text) as SignInChecks & {readonly path: string});
}
