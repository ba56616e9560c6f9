import {randomBytes} from 'node:crypto';
import {PortalError, type Dispose, type RoleReference, type Session, type User} from '@openchoreo/portal-contract';
import {and, count, eq, gt, lt} from 'drizzle-orm';
import {sessions, type Database} from '../database/index.ts';
import {isPortalError} from '../http/index.ts';
import type {Tokens} from './identity-client.ts';
import {hashOf, seal, unseal} from './token-cipher.ts';

/** A signed-in browser, as long as one request or stream uses it. */
export interface ActiveSession extends Session {
  /** Names the session in caches and streams; useless as a cookie. */
  readonly hash: string;
  readonly idToken: string | undefined;
  /** The access token, renewed first when it is about to run out. Rejects with `SESSION_EXPIRED`, `IDENTITY_UNAVAILABLE`. */
  token(): Promise<string>;
}

/** What the browser learns of its session. */
export function toSession({user, expiresAt, viewAs}: ActiveSession): Session {
  return {user, expiresAt, ...(viewAs && {viewAs})};
}

export interface SessionLimits {
  /** Milliseconds a session lives unused. Default 12 hours. */
  readonly idle: number;
  /** Milliseconds it lives at most. Default 7 days. */
  readonly total: number;
}

const LIMITS: SessionLimits = {idle: 12 * 3_600_000, total: 7 * 86_400_000};
/** A token is renewed this long before it runs out, so that it does not run out on the way. */
const RENEW_BEFORE = 30_000;
/** How often use is written down. */
const TOUCH_EVERY = 60_000;

/** Sessions in the database. The browser holds a random value; here lie its hash, and tokens only that value opens. */
export class SessionStore {
  readonly #database: Database;
  readonly #renew: (tokens: Tokens) => Promise<Tokens>;
  readonly #limits: SessionLimits;
  readonly #now: () => number;
  readonly #renewals = new Map<string, Promise<Tokens>>();
  readonly #onEnd = new Set<(hash: string) => void>();
  readonly #onView = new Set<(hash: string, viewAs: RoleReference | undefined) => void>();

  constructor(options: {
    readonly database: Database;
    readonly renew: (tokens: Tokens) => Promise<Tokens>;
    readonly limits?: SessionLimits | undefined;
    readonly now?: (() => number) | undefined;
  }) {
    this.#database = options.database;
    this.#renew = options.renew;
    this.#limits = options.limits ?? LIMITS;
    this.#now = options.now ?? Date.now;
  }

  /** Begins a session and returns the cookie's value. */
  async begin(user: User, tokens: Tokens): Promise<{readonly value: string; readonly endsAt: Date}> {
    const value = randomBytes(32).toString('base64url');
    const now = this.#now();
    const endsAt = new Date(now + this.#limits.total);
    await this.#database.insert(sessions).values({
      hash: hashOf(value),
      userId: user.id,
      user,
      tokens: seal(JSON.stringify(tokens), value),
      createdAt: new Date(now),
      usedAt: new Date(now),
      expiresAt: this.#expiry(now, endsAt),
      endsAt,
    });
    return {value, endsAt};
  }

  /** The session of a cookie's value, its idle time begun anew; `undefined` when there is none or it has run out. */
  async find(value: string): Promise<ActiveSession | undefined> {
    if (!/^[\w-]{43}$/.test(value)) return undefined;
    const hash = hashOf(value);
    const now = this.#now();
    const [row] = await this.#database
      .select()
      .from(sessions)
      .where(and(eq(sessions.hash, hash), gt(sessions.expiresAt, new Date(now))));
    const text = row && unseal(row.tokens, value);
    if (row === undefined || text === undefined) return undefined;
    const tokens = JSON.parse(text) as Tokens;
    const expiresAt = await this.#touch(row, now);
    return {
      hash,
      user: row.user as User,
      expiresAt: expiresAt.toISOString(),
      idToken: tokens.idToken,
      ...toView(row.viewAs),
      token: () => (this.#isFresh(tokens) ? Promise.resolve(tokens.accessToken) : this.#token(hash, value)),
    };
  }

  /** The session as it stands, or undefined when it does not any more. Does not count as use. */
  async look(hash: string): Promise<Pick<Session, 'viewAs'> | undefined> {
    const [row] = await this.#database
      .select({viewAs: sessions.viewAs})
      .from(sessions)
      .where(and(eq(sessions.hash, hash), gt(sessions.expiresAt, new Date(this.#now()))));
    return row && toView(row.viewAs);
  }

  /** Looks through the role from the next request on; without one, as the person themselves. */
  async view(hash: string, viewAs: RoleReference | undefined): Promise<void> {
    await this.#database
      .update(sessions)
      .set({viewAs: viewAs ?? null})
      .where(eq(sessions.hash, hash));
    for (const listener of this.#onView) listener(hash, viewAs);
  }

  /** Calls back when a session begins or stops to look through a role here. */
  onView(listener: (hash: string, viewAs: RoleReference | undefined) => void): Dispose {
    this.#onView.add(listener);
    return () => void this.#onView.delete(listener);
  }

  async end(hash: string): Promise<void> {
    await this.#database.delete(sessions).where(eq(sessions.hash, hash));
    for (const listener of this.#onEnd) listener(hash);
  }

  /** Calls back with the hash of every session that is ended here (not of those that run out). */
  onEnd(listener: (hash: string) => void): Dispose {
    this.#onEnd.add(listener);
    return () => void this.#onEnd.delete(listener);
  }

  async count(): Promise<number> {
    const [row] = await this.#database
      .select({sessions: count()})
      .from(sessions)
      .where(gt(sessions.expiresAt, new Date(this.#now())));
    return row?.sessions ?? 0;
  }

  /** Deletes sessions that have run out. */
  async purge(): Promise<void> {
    await this.#database.delete(sessions).where(lt(sessions.expiresAt, new Date(this.#now())));
  }

  async #touch(row: {hash: string; usedAt: Date; expiresAt: Date; endsAt: Date}, now: number): Promise<Date> {
    if (now - row.usedAt.getTime() < Math.min(TOUCH_EVERY, this.#limits.idle / 10)) return row.expiresAt;
    const expiresAt = this.#expiry(now, row.endsAt);
    await this.#database
      .update(sessions)
      .set({usedAt: new Date(now), expiresAt})
      .where(eq(sessions.hash, row.hash));
    return expiresAt;
  }

  #expiry(now: number, endsAt: Date): Date {
    return new Date(Math.min(now + this.#limits.idle, endsAt.getTime()));
  }

  #isFresh(tokens: Tokens): boolean {
    return tokens.expiresAt - this.#now() > RENEW_BEFORE;
  }

  async #token(hash: string, value: string): Promise<string> {
    const tokens = await this.#read(hash, value);
    if (this.#isFresh(tokens)) return tokens.accessToken;
    // Requests that come together share one renewal: a provider may accept a refresh token only once.
    const pending = this.#renewals.get(hash) ?? this.#renewAndKeep(hash, value, tokens);
    this.#renewals.set(hash, pending);
    try {
      return (await pending).accessToken;
    } finally {
      if (this.#renewals.get(hash) === pending) this.#renewals.delete(hash);
    }
  }

  async #renewAndKeep(hash: string, value: string, tokens: Tokens): Promise<Tokens> {
    try {
      const renewed = await this.#renew(tokens);
      await this.#database
        .update(sessions)
        .set({tokens: seal(JSON.stringify(renewed), value)})
        .where(eq(sessions.hash, hash));
      return renewed;
    } catch (error) {
      return this.#recover(hash, value, tokens, error);
    }
  }

  async #recover(hash: string, value: string, tokens: Tokens, error: unknown): Promise<Tokens> {
    const refused = isPortalError(error, 'SESSION_EXPIRED');
    if (!refused) {
      if (tokens.expiresAt > this.#now()) return tokens;
      throw error;
    }
    // Another process on the same database may have used the refresh token a moment ago.
    const current = await this.#read(hash, value);
    if (current.accessToken !== tokens.accessToken) return current;
    await this.end(hash);
    throw error;
  }

  async #read(hash: string, value: string): Promise<Tokens> {
    const [row] = await this.#database
      .select({tokens: sessions.tokens})
      .from(sessions)
      .where(and(eq(sessions.hash, hash), gt(sessions.expiresAt, new Date(this.#now()))));
    const text = row && unseal(row.tokens, value);
    if (text === undefined) throw new PortalError('SESSION_EXPIRED', []);
    return JSON.parse(text) as Tokens;
  }
}

/** Written by `view` only. */
function toView(viewAs: unknown): Pick<Session, 'viewAs'> {
  return viewAs === null || viewAs === undefined ? {} : {viewAs: viewAs as RoleReference};
}
