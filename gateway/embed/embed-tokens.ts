import {PortalError, type EmbedToken} from '@openchoreo/portal-contract';
import {createHash} from 'node:crypto';
import * as z from 'zod';
import {isPortalError} from '../http/index.ts';
import {toUser, type ActiveSession, type SessionStore} from '../sessions/index.ts';
import {seal, unseal} from '../sessions/token-cipher.ts';

const PREFIX = 'embed_';
const kept = z.object({cookie: z.string(), origin: z.string(), expiresAt: z.number(), endsAt: z.number()});
type Kept = z.infer<typeof kept>;

/** Milliseconds a token of the sign-in window is good for; it may be exchanged for a new one before that. */
const LIFETIME = 15 * 60_000;
/** After that the person signs in anew. */
const LONGEST = 12 * 3_600_000;

/** The claims of a good access token of the portal's own issuer for the audience of embedding pages; rejects for any other. */
export type VerifyEmbedded = (token: string) => Promise<{readonly sub: string; readonly [claim: string]: unknown}>;

/**
 * Who the person in an embedding page is, by the token that the page sends: one of the sign-in window, which stands for
 * the session it was given in as long as that stands, at the one origin it was given to; or an access token of the
 * portal's own issuer, which the page's own backend or client got.
 */
export class EmbedTokens {
  readonly #secret: string;
  readonly #sessions: SessionStore;
  readonly #verify: VerifyEmbedded | undefined;
  readonly #now: () => number;

  constructor(options: {
    /** Seals tokens: what is in them only the gateway reads, and nobody changes. */
    readonly secret: string;
    readonly sessions: SessionStore;
    /** Absent: access tokens are not accepted. */
    readonly verify: VerifyEmbedded | undefined;
    readonly now?: () => number;
  }) {
    this.#secret = options.secret;
    this.#sessions = options.sessions;
    this.#verify = options.verify;
    this.#now = options.now ?? Date.now;
  }

  /** A token that stands for the session of the cookie's value, for pages of the origin. */
  grant(cookie: string, origin: string): EmbedToken {
    return this.#make({cookie, origin, endsAt: this.#now() + LONGEST});
  }

  /** A new token for a good one of the sign-in window. Rejects as `find` does. */
  async renew(authorization: string | undefined, origin: string): Promise<EmbedToken> {
    const token = toToken(authorization);
    const read = token === undefined ? undefined : this.#read(token, origin);
    if (read === undefined) throw new PortalError('SESSION_EXPIRED', []);
    await this.#sessionOf(read);
    return this.#make(read);
  }

  /** The session that the request's token stands for. Throws `SESSION_EXPIRED` or `EMBED_TOKEN_REFUSED`. */
  async find(authorization: string | undefined, origin: string): Promise<ActiveSession> {
    const token = toToken(authorization);
    if (token === undefined) throw new PortalError('SESSION_EXPIRED', []);
    if (token.startsWith(PREFIX)) return this.#sessionOf(this.#read(token, origin));
    if (this.#verify === undefined) throw refuse('this portal accepts no tokens of embedding pages');
    const claims = await this.#verify(token).catch((cause: unknown) => {
      if (isPortalError(cause)) throw cause;
      throw refuse(cause instanceof Error ? cause.message : 'it cannot be read');
    });
    const exp = Number(claims['exp']);
    if (!Number.isFinite(exp)) throw refuse('it does not say when it expires');
    return {
      hash: `embed ${createHash('sha256').update(token).digest('hex')}`,
      user: toUser(claims),
      expiresAt: new Date(exp * 1000).toISOString(),
      idToken: undefined,
      token: () => Promise.resolve(token),
    };
  }

  #make({cookie, origin, endsAt}: Omit<Kept, 'expiresAt'>): EmbedToken {
    const expiresAt = Math.min(this.#now() + LIFETIME, endsAt);
    return {token: PREFIX + seal(JSON.stringify({cookie, origin, expiresAt, endsAt}), this.#secret), expiresAt};
  }

  #read(token: string, origin: string): Kept {
    const text = unseal(token.slice(PREFIX.length), this.#secret);
    if (text === undefined) throw refuse('it was not made here');
    const read = kept.parse(JSON.parse(text));
    if (read.origin !== origin) throw refuse('it was given to another origin');
    if (read.expiresAt <= this.#now()) throw new PortalError('SESSION_EXPIRED', []);
    return read;
  }

  async #sessionOf({cookie}: Kept): Promise<ActiveSession> {
    const session = await this.#sessions.find(cookie);
    if (session === undefined) throw new PortalError('SESSION_EXPIRED', []);
    return session;
  }
}

function toToken(authorization: string | undefined): string | undefined {
  return /^Bearer +([\w.~+/=-]+)$/i.exec(authorization ?? '')?.[1];
}

function refuse(reason: string): PortalError {
  return new PortalError('EMBED_TOKEN_REFUSED', [reason.replace(/[.]$/, '')]);
}
