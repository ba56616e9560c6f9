import type {IncomingMessage, ServerResponse} from 'node:http';
import {PortalError} from '@openchoreo/portal-contract';
import {createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey} from 'jose';
import type {GatewayConfig} from '../config/index.ts';
import type {Database} from '../database/index.ts';
import type {Log} from '../observability/index.ts';
import {IdentityClient} from '../sessions/index.ts';
import {createIdentityProvider} from './create-identity-provider.ts';
import {rememberVerified} from './remember-verified.ts';

export interface Identity {
  readonly issuer: string;
  readonly client: IdentityClient;
  /** The claims of a good access token; rejects for any other. */
  verifyToken(token: string): Promise<JWTPayload & {sub: string}>;
  /** The same for tokens of embedding pages, which must be meant for this portal's platform; absent: none is accepted. */
  verifyEmbedded?(token: string): Promise<JWTPayload & {sub: string}>;
  /** Answers `/idp/**`; absent with a provider elsewhere. */
  handle?(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

/** Who signs people in: the provider the configuration names, or the embedded one. */
export async function openIdentity(
  config: GatewayConfig,
  database: Database,
  options: {readonly log: Log; readonly accessTokenSeconds?: number | undefined},
): Promise<Identity> {
  const {publicUrl} = config;
  if (config.oidc !== undefined) {
    const client = new IdentityClient({...config.oidc, publicUrl, scope: 'openid profile email'});
    let keys: JWTVerifyGetKey | undefined;
    const {issuer} = config.oidc;
    const verifier = (expected: {issuer: string; audience?: string}): Identity['verifyToken'] =>
      rememberVerified(async (token) => {
        keys ??= remoteKeys(new URL(await client.jwksUri()), issuer);
        return verify(token, keys, expected);
      });
    const audience = config.embedAudience;
    const verifyEmbedded = audience === undefined ? undefined : accessTokensOnly(verifier({issuer, audience}));
    return {issuer, client, verifyToken: verifier({issuer}), ...(verifyEmbedded && {verifyEmbedded})};
  }
  const provider = await createIdentityProvider({
    database,
    publicUrl,
    password: config.demoPassword,
    onError: (err) => options.log.error({err}, 'the identity provider failed'),
    ...(options.accessTokenSeconds === undefined ? {} : {accessTokenSeconds: options.accessTokenSeconds}),
  });
  const {issuer, audience} = provider;
  const verifyToken = rememberVerified((token) => verify(token, provider.jwks, {issuer, audience}));
  const client = new IdentityClient({
    issuer,
    clientId: provider.client.id,
    clientSecret: provider.client.secret,
    publicUrl,
    resource: audience,
    scope: 'openid profile email groups',
    // PUBLIC_URL may be a reverse proxy that this machine cannot reach: the portal asks itself directly.
    fetch: (url, init) => fetch(url.replace(publicUrl, localUrl(config)), init as RequestInit),
  });
  return {
    issuer,
    client,
    verifyToken,
    verifyEmbedded: accessTokensOnly(verifyToken),
    handle: (request, response) => provider.handle(request, response),
  };
}

async function verify(
  token: string,
  keys: JWTVerifyGetKey,
  expected: {issuer: string; audience?: string},
): Promise<JWTPayload & {sub: string}> {
  const {payload} = await jwtVerify(token, keys, expected);
  if (payload.sub === undefined) throw new TypeError('the token names nobody');
  return {...payload, sub: payload.sub};
}

/** The provider's keys. A provider that does not answer is not the token's fault: `IDENTITY_UNAVAILABLE`. */
function remoteKeys(url: URL, issuer: string): JWTVerifyGetKey {
  const keys = createRemoteJWKSet(url);
  return async (header, token) => {
    try {
      return await keys(header, token);
    } catch (error) {
      if (error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout)) throw error;
      throw new PortalError('IDENTITY_UNAVAILABLE', [issuer]);
    }
  };
}

/** An id token says who somebody is to a client, and opens nothing; some providers give both the same audience. */
function accessTokensOnly(check: Identity['verifyToken']): Identity['verifyToken'] {
  return async (token) => {
    const claims = await check(token);
    if ('nonce' in claims || 'at_hash' in claims) throw new TypeError('it is an id token, not an access token');
    return claims;
  };
}

function localUrl({host, port}: GatewayConfig): string {
  const reachable = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return `http://${reachable.includes(':') ? `[${reachable.replace(/[[\]]/g, '')}]` : reachable}:${port}`;
}
