import {PortalError, type User} from '@openchoreo/portal-contract';
import * as oidc from 'openid-client';
import {isPortalError} from '../http/index.ts';
import {toUser} from './to-user.ts';

/** What the provider gave for one sign-in or renewal. `expiresAt` in milliseconds since the epoch. */
export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken?: string | undefined;
  readonly idToken?: string | undefined;
  readonly expiresAt: number;
}

/** What ties a callback to the browser that began the sign-in. */
export interface SignInChecks {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface IdentityClientOptions {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret?: string | undefined;
  readonly publicUrl: string;
  /** The API the access token is for (RFC 8707), where the provider wants to know. */
  readonly resource?: string | undefined;
  readonly scope: string;
  /** How to reach the provider from here, where that is not by its public address. */
  readonly fetch?: oidc.CustomFetch | undefined;
}

/** The portal as the client of its OpenID Connect provider. Discovers the provider when first needed. */
export class IdentityClient {
  readonly #options: IdentityClientOptions;
  #discovery: Promise<oidc.Configuration> | undefined;

  constructor(options: IdentityClientOptions) {
    this.#options = options;
  }

  newChecks(): SignInChecks {
    return {state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier()};
  }

  /** Where to send the browser. Rejects with `IDENTITY_UNAVAILABLE`. */
  async signInUrl(checks: SignInChecks): Promise<URL> {
    const configuration = await this.#configuration();
    return oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: `${this.#options.publicUrl}/auth/callback`,
      scope: this.#options.scope,
      state: checks.state,
      nonce: checks.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(checks.verifier),
      code_challenge_method: 'S256',
      ...(this.#options.resource ? {resource: this.#options.resource} : {}),
    });
  }

  /** Trades the callback's code for tokens. Rejects with `SIGN_IN_FAILED` or `IDENTITY_UNAVAILABLE`. */
  async exchange(query: string, checks: SignInChecks): Promise<{readonly user: User; readonly tokens: Tokens}> {
    const configuration = await this.#configuration();
    try {
      const answer = await oidc.authorizationCodeGrant(
        configuration,
        new URL(`${this.#options.publicUrl}/auth/callback${query}`),
        {
          expectedState: checks.state,
          expectedNonce: checks.nonce,
          pkceCodeVerifier: checks.verifier,
          idTokenExpected: true,
        },
        this.#options.resource ? {resource: this.#options.resource} : {},
      );
      const claims = answer.claims();
      if (claims === undefined) throw new PortalError('SIGN_IN_FAILED', ['the provider sent no id token']);
      return {user: toUser(claims), tokens: toTokens(answer)};
    } catch (cause) {
      throw this.#asPortalError(cause);
    }
  }

  /** New tokens. Rejects with `SESSION_EXPIRED` when the provider refuses, `IDENTITY_UNAVAILABLE` when it is silent. */
  async renew(tokens: Tokens): Promise<Tokens> {
    if (tokens.refreshToken === undefined) throw new PortalError('SESSION_EXPIRED', []);
    const configuration = await this.#configuration();
    try {
      const answer = await oidc.refreshTokenGrant(
        configuration,
        tokens.refreshToken,
        this.#options.resource ? {resource: this.#options.resource} : {},
      );
      return {refreshToken: tokens.refreshToken, idToken: tokens.idToken, ...toTokens(answer)};
    } catch (cause) {
      if (cause instanceof oidc.ResponseBodyError) throw new PortalError('SESSION_EXPIRED', [], {cause});
      throw this.#unavailable(cause);
    }
  }

  /** Where the browser ends the provider's own session; `undefined` when the provider has no such page. */
  async signOutUrl(idToken: string | undefined): Promise<URL | undefined> {
    const configuration = await this.#configuration();
    if (configuration.serverMetadata().end_session_endpoint === undefined) return undefined;
    return oidc.buildEndSessionUrl(configuration, {
      post_logout_redirect_uri: `${this.#options.publicUrl}/auth/signed-out`,
      ...(idToken === undefined ? {} : {id_token_hint: idToken}),
    });
  }

  /** Where the provider publishes the keys it signs with. */
  async jwksUri(): Promise<string> {
    const {jwks_uri: uri} = (await this.#configuration()).serverMetadata();
    if (uri === undefined) throw new PortalError('IDENTITY_UNAVAILABLE', [this.#options.issuer]);
    return uri;
  }

  async #configuration(): Promise<oidc.Configuration> {
    this.#discovery ??= this.#discover();
    try {
      return await this.#discovery;
    } catch (cause) {
      this.#discovery = undefined; // the next sign-in asks again
      throw this.#unavailable(cause);
    }
  }

  #discover(): Promise<oidc.Configuration> {
    const {issuer, clientId, clientSecret, fetch} = this.#options;
    const authentication = clientSecret === undefined ? oidc.None() : oidc.ClientSecretBasic(clientSecret);
    return oidc.discovery(new URL(issuer), clientId, undefined, authentication, {
      timeout: 10,
      // Plain http passes the configuration check for this machine only. Marked as deprecated to make it stand out.
      // eslint-disable-next-line @typescript-eslint/no-deprecated
      ...(issuer.startsWith('http:') ? {execute: [oidc.allowInsecureRequests]} : {}),
      ...(fetch === undefined ? {} : {[oidc.customFetch]: fetch}),
    });
  }

  #asPortalError(cause: unknown): PortalError {
    if (isPortalError(cause)) return cause;
    if (cause instanceof oidc.AuthorizationResponseError || cause instanceof oidc.ResponseBodyError) {
      return new PortalError('SIGN_IN_FAILED', [cause.error_description ?? cause.error], {cause});
    }
    if (cause instanceof oidc.ClientError && cause.code !== undefined && !isNetworkFault(cause)) {
      return new PortalError('SIGN_IN_FAILED', ['the answer does not belong to a sign-in begun here'], {cause});
    }
    return this.#unavailable(cause);
  }

  #unavailable(cause: unknown): PortalError {
    return new PortalError('IDENTITY_UNAVAILABLE', [this.#options.issuer], {cause});
  }
}

function isNetworkFault(error: oidc.ClientError): boolean {
  return error.code === 'OAUTH_TIMEOUT' || error.cause instanceof TypeError;
}

function toTokens(answer: oidc.TokenEndpointResponse & oidc.TokenEndpointResponseHelpers): Tokens {
  const seconds = answer.expiresIn() ?? 300;
  return {
    accessToken: answer.access_token,
    expiresAt: Date.now() + seconds * 1000,
    ...(answer.refresh_token === undefined ? {} : {refreshToken: answer.refresh_token}),
    ...(answer.id_token === undefined ? {} : {idToken: answer.id_token}),
  };
}
