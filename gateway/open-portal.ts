import {randomBytes} from 'node:crypto';
import {createPlatform} from '../platform/index.ts';
import {createRemotePlatform, type PlatformGate} from './api/index.ts';
import type {GatewayConfig} from './config/index.ts';
import {keptKey, lockDataDir, openDatabase, type Database} from './database/index.ts';
import {createGateway, type GatewayOptions} from './gateway.ts';
import {openIdentity, purgeIdentityRecords, type Identity} from './identity/index.ts';
import {listen} from './listen.ts';
import type {Log} from './observability/index.ts';
import {readBuild} from './registry/index.ts';

export interface OpenPortal {
  readonly database: Database;
  /** Lets what runs end, then closes everything in reverse order. A second call waits for the first. */
  close(): Promise<void>;
}

export interface OpenPortalOptions extends Pick<
  GatewayOptions,
  'sessionLimits' | 'apiTimeout' | 'heartbeat' | 'modulePatience'
> {
  readonly log: Log;
  /** What the build made. */
  readonly buildFolder: string;
  readonly accessTokenSeconds?: number;
}

const PURGE_EVERY = 10 * 60_000;

/** Opens everything the configuration names and listens. Rejects with the error of what could not be opened, and leaves nothing open. */
export async function openPortal(config: GatewayConfig, options: OpenPortalOptions): Promise<OpenPortal> {
  const {log} = options;
  const closers: (() => void | Promise<void>)[] = [];
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => (closing ??= closeAll(closers, log));
  try {
    const portal = await readBuild(options.buildFolder);
    closers.push(lockDataDir(config.dataDir));
    const server = await listen(config);
    closers.push(() => server.close());
    const opened = await openDatabase({
      ...config,
      onConnectionLost: (err) => log.warn({err}, 'a database connection was lost'),
    });
    closers.push(() => opened.close());
    const {database} = opened;
    const identity = await openIdentity(config, database, options);
    const platform = await openPlatform(config, database, identity, log);
    closers.push(platform.close);
    const gateway = await createGateway({
      ...options,
      publicUrl: config.publicUrl,
      opened,
      portal,
      modules: {folder: config.modulesDir, dataDir: config.dataDir},
      platform: platform.gate,
      observer: platform.observer,
      identity: identity.client,
      embed: {
        origins: config.embedOrigins,
        secret: await keptKey(database, 'embed-tokens', () => randomBytes(32).toString('base64url')),
        ...(identity.verifyEmbedded && {verify: identity.verifyEmbedded}),
      },
      cookieSecret: await keptKey(database, 'sign-in-cookies', () => randomBytes(32).toString('base64url')),
    });
    server.serve({fetch: gateway.fetch, identity: identity.handle});
    closers.push(async () => {
      gateway.close();
      await server.close();
    });
    closers.push(repeat(PURGE_EVERY, log, () => Promise.all([gateway.purge(), purgeIdentityRecords(database)])));
    return {database, close};
  } catch (error) {
    await close();
    throw error;
  }
}

async function openPlatform(
  config: GatewayConfig,
  database: Database,
  identity: Identity,
  log: Log,
): Promise<{
  readonly gate: PlatformGate;
  readonly observer: PlatformGate | undefined;
  readonly close: () => Promise<void>;
}> {
  const {apiUrl, observerUrl} = config;
  const observer = observerUrl === undefined ? undefined : createRemotePlatform(observerUrl);
  if (apiUrl !== undefined) return {gate: createRemotePlatform(apiUrl), observer, close: async () => {}};
  const platform = await createPlatform({
    database,
    verifyToken: identity.verifyToken,
    issuer: identity.issuer,
    url: `${config.publicUrl}/api/openchoreo`,
    seed: config.seed,
    log,
  });
  const gate: PlatformGate = {
    url: 'the embedded platform',
    fetch: (request) => platform.fetch(request),
    onChange: (listener) => platform.onChange(listener),
  };
  const embedded = {url: 'the embedded observer', fetch: (request: Request) => platform.fetchObserver(request)};
  return {gate, observer: observer ?? embedded, close: () => platform.close()};
}

/** Runs the work again and again until the returned undo is called. A failure is logged and the next run tries again. */
function repeat(milliseconds: number, log: Log, work: () => Promise<unknown>): () => void {
  const timer = setInterval(
    () => void work().catch((err: unknown) => log.warn({err}, 'cleaning up failed')),
    milliseconds,
  );
  timer.unref();
  return () => clearInterval(timer);
}

async function closeAll(closers: readonly (() => void | Promise<void>)[], log: Log): Promise<void> {
  for (const close of [...closers].reverse()) {
    try {
      await close();
    } catch (err) {
      log.error({err}, 'closing failed'); // the others must still be closed
    }
  }
}
