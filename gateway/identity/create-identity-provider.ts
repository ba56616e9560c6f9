import type {IncomingMessage, ServerResponse} from 'node:http';
import {createLocalJWKSet, type JWK} from 'jose';
import Provider, {type Configuration, type KoaContextWithOIDC} from 'oidc-provider';
import type {Database} from '../database/index.ts';
import {pickLocale, plainPage} from '../http/index.ts';
import {DatabaseAdapter} from './database-adapter.ts';
import {findDemoPerson} from './demo-people.ts';
import {openProviderKeys} from './provider-keys.ts';
import {createSignInHandler} from './sign-in-handler.ts';

export const IDENTITY_PATH = '/idp';

export interface IdentityProvider {
  readonly issuer: string;
  readonly client: {readonly id: string; readonly secret: string};
  /** The resource indicator and audience of access tokens for the platform's API. */
  readonly audience: string;
  /** For those who check tokens in this process. */
  readonly jwks: ReturnType<typeof createLocalJWKSet>;
  /** Answers every request below `/idp`. Never rejects. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

/** The embedded OpenID Connect provider with the demo people, for one client: the portal at `publicUrl`. */
export async function createIdentityProvider(options: {
  readonly database: Database;
  readonly publicUrl: string;
  readonly password?: string | undefined;
  /** Seconds an access token is good for. Default ten minutes. */
  readonly accessTokenSeconds?: number;
  readonly onError: (error: Error) => void;
}): Promise<IdentityProvider> {
  const {database, publicUrl} = options;
  const keys = await openProviderKeys(database);
  const issuer = `${publicUrl}${IDENTITY_PATH}`;
  const audience = `${publicUrl}/api/openchoreo`;
  const client = {id: 'openchoreo-portal', secret: keys.clientSecret};

  const provider = new Provider(issuer, {
    ...STANDING,
    adapter: (model: string) => new DatabaseAdapter(database, model),
    jwks: {keys: [keys.signing]},
    cookies: {
      names: {session: 'portal-idp', interaction: 'portal-idp-step', resume: 'portal-idp-resume'},
      keys: [...keys.cookies],
      long: {path: IDENTITY_PATH, httpOnly: true, sameSite: 'lax', signed: true},
      short: {httpOnly: true, sameSite: 'lax', signed: true},
    },
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [`${publicUrl}/auth/callback`],
        post_logout_redirect_uris: [`${publicUrl}/auth/signed-out`],
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
      },
    ],
    features: {
      devInteractions: {enabled: false},
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: () => ({
          scope: '',
          audience,
          accessTokenFormat: 'jwt',
          jwt: {sign: {alg: 'RS256'}},
        }),
        useGrantedResource: () => true,
      },
      rpInitiatedLogout: {enabled: true, logoutSource},
    },
    ttl: {...STANDING.ttl, AccessToken: options.accessTokenSeconds ?? 600},
    extraTokenClaims: (_context, token) => ('accountId' in token ? toClaims(token.accountId) : undefined),
    loadExistingGrant: (context) => grantToPortal(context, audience),
    renderError: (context, out) => renderError(context, out.error_description ?? out.error),
  });
  // The gateway sets the forwarded headers itself from PUBLIC_URL, whatever the client sent (see handle).
  provider.proxy = true;
  provider.on('server_error', (_context, error) => options.onError(error));

  const callback = provider.callback();
  const signIn = createSignInHandler({provider, publicUrl, password: options.password});
  const {protocol, host} = new URL(publicUrl);

  return {
    issuer,
    client,
    audience,
    jwks: createLocalJWKSet({keys: [toPublic(keys.signing)]}),
    async handle(request, response) {
      request.headers['x-forwarded-proto'] = protocol.slice(0, -1);
      request.headers['x-forwarded-host'] = host;
      try {
        if (await signIn(request, response)) return;
        Object.assign(request, {originalUrl: request.url});
        request.url = request.url?.slice(IDENTITY_PATH.length) || '/';
        await callback(request, response);
      } catch (error) {
        options.onError(error instanceof Error ? error : new Error(String(error)));
        if (!response.headersSent) response.writeHead(500, {'content-type': 'text/plain'});
        response.end('The identity provider failed. Try again.');
      }
    },
  };
}

const STANDING = {
  claims: {
    openid: ['sub'],
    profile: ['name', 'username', 'given_name', 'family_name'],
    email: ['email', 'email_verified'],
    groups: ['groups'],
  },
  conformIdTokenClaims: false,
  findAccount: (_context: unknown, id: string) => {
    const person = findDemoPerson(id);
    if (person === undefined) return undefined;
    return {accountId: id, claims: () => ({sub: id, ...toClaims(id)})};
  },
  interactions: {url: (_context: unknown, step: {uid: string}) => `${IDENTITY_PATH}/sign-in/${step.uid}`},
  pkce: {required: () => true},
  issueRefreshToken: async (_context: unknown, client: {grantTypeAllowed(type: string): boolean}) =>
    client.grantTypeAllowed('refresh_token'),
  // The client is confidential and keeps tokens on the server: a rotated token lost in a crash would end the session.
  rotateRefreshToken: false,
  ttl: {
    AuthorizationCode: 60,
    IdToken: 3600,
    Interaction: 3600,
    Session: 12 * 3600,
    Grant: 14 * 86_400,
    RefreshToken: 14 * 86_400,
  },
} satisfies Configuration;

function toClaims(id: string): Record<string, unknown> {
  const person = findDemoPerson(id);
  if (person === undefined) return {};
  return {...person, name: `${person.given_name} ${person.family_name}`, email_verified: true};
}

/** The portal is the provider's own client: nobody is asked whether it may know who signed in. */
async function grantToPortal(context: KoaContextWithOIDC, audience: string) {
  const {provider, client, session, result} = context.oidc;
  if (client === undefined || session?.accountId === undefined) return undefined;
  const known = result?.consent?.grantId ?? session.grantIdFor(client.clientId);
  const existing = known === undefined ? undefined : await provider.Grant.find(known);
  if (existing !== undefined) return existing;
  const grant = new provider.Grant({clientId: client.clientId, accountId: session.accountId});
  grant.addOIDCScope('openid profile email groups');
  grant.addResourceScope(audience, '');
  await grant.save();
  return grant;
}

/** The form confirms itself: the person has pressed «sign out» in the portal already. */
function logoutSource(context: KoaContextWithOIDC, form: string): void {
  const lang = pickLocale(context.get('accept-language'), ['en', 'de']);
  const label = lang === 'de' ? 'Abmelden' : 'Sign out';
  const page = plainPage({
    lang,
    title: label,
    body: `${form}<button form="op.logoutForm" name="logout" value="yes"><strong>${label}</strong></button>`,
    script: 'document.querySelector("button").click()',
  });
  context.set(page.headers);
  context.body = page.html;
}

function renderError(context: KoaContextWithOIDC, reason: string): void {
  const lang = pickLocale(context.get('accept-language'), ['en', 'de']);
  const page = errorPage(lang, reason);
  context.set(page.headers);
  context.body = page.html;
}

function errorPage(lang: string, reason: string) {
  const [title, again] =
    lang === 'de' ? ['Die Anmeldung hat nicht geklappt', 'Erneut anmelden'] : ['Signing in did not work', 'Try again'];
  const body = `<h1>${title}</h1><p><code>${reason.replace(/[<>&"']/g, '')}</code></p><a class="button" href="/"><strong>${again}</strong></a>`;
  return plainPage({lang, title, body});
}

function toPublic({kty, n, e, kid, alg, use}: JWK): JWK {
  return {kty, n, e, kid, alg, use} as JWK;
}
