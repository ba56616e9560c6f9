import type {Context} from 'hono';
import {deleteCookie, getCookie, setCookie} from 'hono/cookie';

/** The names and attributes of the portal's two cookies at one public address. */
export interface PortalCookies {
  readSession(context: Context): string | undefined;
  writeSession(context: Context, value: string, endsAt: Date): void;
  clearSession(context: Context): void;
  readSignIn(context: Context, state: string): string | undefined;
  writeSignIn(context: Context, state: string, value: string): void;
  clearSignIn(context: Context, state: string): void;
}

export function createCookies(publicUrl: string): PortalCookies {
  const secure = publicUrl.startsWith('https:');
  // __Host- makes browsers refuse the cookie from another host of the domain; they allow it with https only.
  const session = secure ? '__Host-portal-session' : 'portal-session';
  // One cookie a sign-in, so that two tabs can sign in side by side.
  const signIn = (state: string): string => `portal-sign-in-${state.replace(/[^\w-]/g, '').slice(0, 16)}`;
  const common = {httpOnly: true, sameSite: 'Lax', secure} as const;
  return {
    readSession: (context) => getCookie(context, session),
    writeSession: (context, value, endsAt) =>
      setCookie(context, session, value, {...common, path: '/', expires: endsAt}),
    clearSession: (context) => void deleteCookie(context, session, {...common, path: '/'}),
    readSignIn: (context, state) => getCookie(context, signIn(state)),
    writeSignIn: (context, state, value) =>
      setCookie(context, signIn(state), value, {...common, path: '/auth', maxAge: 3600}),
    clearSignIn: (context, state) => void deleteCookie(context, signIn(state), {...common, path: '/auth'}),
  };
}
