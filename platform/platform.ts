import {sql} from 'drizzle-orm';
import {createApp} from './app.ts';
import type {Caller} from './authentication.ts';
import {Authorizer} from './authorization/authorizer.ts';
import {loadPolicies} from './authorization/load-policies.ts';
import {rememberPolicies} from './authorization/remember-policies.ts';
import {toSubject, type TokenClaims} from './authorization/subject.ts';
import type {PlatformDatabase} from './database/database.ts';
import {prepareDatabase} from './database/prepare-database.ts';
import {ApiError} from './engine/api-error.ts';
import {ChangeFeed, type ChangeListener} from './engine/change-feed.ts';
import {ControlLoop} from './engine/control-loop.ts';
import {ResourceEngine} from './engine/resource-engine.ts';
import {KINDS} from './kinds/kinds.ts';
import {createObserver} from './observer/observer-app.ts';
import type {SeedName} from './seed/seed.ts';

export interface PlatformOptions {
  /** The platform keeps its tables in the schema `platform` of it. It stays the caller's to close. */
  readonly database: PlatformDatabase;
  /** Rejects for a token that is not to be believed. */
  readonly verifyToken: (token: string) => Promise<TokenClaims>;
  /** Who issues the tokens; told to clients that ask. */
  readonly issuer: string;
  /** Where clients reach this API. */
  readonly url: string;
  /** First data, put in once and never again. */
  readonly seed: SeedName;
  readonly now?: () => Date;
  /**
   * How controllers spend their time. Default: real seconds, by themselves. With `byThemselves: false` they look only
   * within `settle()`; with a pace of 0 nothing they do takes any time.
   */
  readonly controllers?: {readonly pace: number; readonly byThemselves: boolean};
  /** Told of failures that are nobody's mistake but ours. Default: the console. */
  readonly log?: PlatformLog;
}

export interface PlatformLog {
  error(object: {err: unknown}, message: string): void;
}

export interface Platform {
  /** Answers everything; never rejects. */
  fetch(request: Request): Promise<Response>;
  /** The same for the observer's API: what the things that run have written. */
  fetchObserver(request: Request): Promise<Response>;
  /** Tells of every change of an object once it is committed. Returns the undo. */
  onChange(listener: ChangeListener): () => void;
  /** Lets the controllers do all that is due now: for whoever holds the clock. */
  settle(): Promise<void>;
  /** Waits for what is being answered, then answers no more. A second call waits for the same. */
  close(): Promise<void>;
}

/** Starts the embedded platform: tables brought up to date, first data in, ready to answer. */
export async function createPlatform(options: PlatformOptions): Promise<Platform> {
  const {database, seed, log = consoleLog, now = () => new Date(), controllers = ON_THEIR_OWN} = options;
  await prepareDatabase(database, {seed, now});
  const report = (error: unknown, message: string) => log.error({err: error}, message);
  const feed = new ChangeFeed((error) => report(error, 'A listener to changes failed'));
  const policies = rememberPolicies((subject) => loadPolicies(database, subject));
  feed.listen(({kind}) => {
    if (/authzrole/i.test(kind)) policies.forget();
  });
  const loop = new ControlLoop({database, kinds: KINDS, feed, now, report, pace: controllers.pace});
  feed.listen(() => loop.wake());
  if (controllers.byThemselves) loop.start();
  const toCaller = async (claims: TokenClaims): Promise<Caller> => {
    const subject = toSubject(claims);
    return {subject, caller: new Authorizer(await policies.load(subject))};
  };
  const app = createApp({
    engine: new ResourceEngine({database, kinds: KINDS, feed, now}),
    kinds: KINDS,
    verifyToken: options.verifyToken,
    toCaller,
    loadPolicies: policies.load,
    issuer: options.issuer,
    url: options.url,
    ping: () => database.execute(sql`select 1`),
    report,
    now,
  });
  const observer = createObserver({database, verifyToken: options.verifyToken, toCaller, report, now});
  const pending = new Set<Promise<Response>>();
  let closed = false;
  const answerBy = async (api: typeof app, request: Request): Promise<Response> => {
    if (closed) return new ApiError('INTERNAL_ERROR', 'The platform is shutting down', {status: 503}).toResponse();
    const answer = Promise.resolve(api.fetch(request));
    pending.add(answer);
    try {
      return await answer;
    } finally {
      pending.delete(answer);
    }
  };
  return {
    fetch: (request) => answerBy(app, request),
    fetchObserver: (request) => answerBy(observer, request),
    onChange: (listener) => feed.listen(listener),
    settle: () => loop.settle(),
    async close() {
      closed = true;
      await loop.stop();
      await Promise.allSettled(pending);
      feed.clear();
    },
  };
}

const ON_THEIR_OWN = {pace: 1, byThemselves: true};

const consoleLog: PlatformLog = {
  // eslint-disable-next-line no-console -- whoever gives no log still hears of failures
  error: ({err}, message) => console.error(message, err),
};
