import {join} from 'node:path';
import {PortalError} from '@openchoreo/portal-contract';
import {Hono} from 'hono';
import {observeAsRole, PermissionReader, PlatformCaller, RoleChanges, type PlatformGate} from './api/index.ts';
import {AuditTrail} from './audit/index.ts';
import {Composer, IconSource} from './composition/index.ts';
import {toDatabaseFault, type OpenDatabase} from './database/index.ts';
import {
  admitEmbedders,
  CodeTickets,
  embedRoutes,
  embedSignInRoutes,
  EmbedTokens,
  type VerifyEmbedded,
} from './embed/index.ts';
import {isPortalError, problemResponse, type GatewayEnv} from './http/index.ts';
import {ModulesFolder, ModuleStore, outcomesFile, storeFolder} from './module-store/index.ts';
import {Metrics, observeRequests, systemRoutes, type Log} from './observability/index.ts';
import {BootReader, pageRoutes, Prerenderer} from './page/index.ts';
import {
  eventRoutes,
  iconRoutes,
  KeptStores,
  installRoutes,
  moduleRoutes,
  notificationRoutes,
  NotificationStore,
  portalRoutes,
  PreferenceStore,
  registrationRoutes,
  settingRoutes,
  SettingStore,
  storeRoutes,
  viewAsRoutes,
} from './portal-api/index.ts';
import {observerRoutes, platformRoutes} from './proxy/index.ts';
import {
  ConsumerRegistrations,
  InstalledModules,
  ModuleInstalls,
  ModuleRegistry,
  reportRefused,
  toAccepted,
  type BuiltPortal,
} from './registry/index.ts';
import {limitRequests, refuseCrossSite, refuseWrites, securityHeaders} from './security/index.ts';
import {authRoutes, createCookies, SessionStore, type IdentityClient, type SessionLimits} from './sessions/index.ts';
import {ClientFiles, staticRoutes} from './static/index.ts';

export interface GatewayOptions {
  readonly publicUrl: string;
  readonly opened: OpenDatabase;
  readonly portal: BuiltPortal;
  /** Where installed modules come from, and where the portal keeps them. */
  readonly modules: {readonly folder: string; readonly dataDir: string};
  readonly platform: PlatformGate;
  /** Absent where nothing is observed. */
  readonly observer?: Pick<PlatformGate, 'url' | 'fetch'> | undefined;
  readonly identity: IdentityClient;
  /** Seals what a sign-in keeps in the browser. */
  readonly cookieSecret: string;
  readonly embed: {
    /** Other origins whose pages may embed elements of modules. */
    readonly origins: readonly string[];
    /** Seals tokens and tickets of embedding pages. */
    readonly secret: string;
    /** Absent: such pages cannot bring access tokens of their own. */
    readonly verify?: VerifyEmbedded;
  };
  readonly log: Log;
  readonly sessionLimits?: SessionLimits;
  /** Milliseconds the platform has to answer. Default 30 seconds. */
  readonly apiTimeout?: number;
  /** Milliseconds that a module's folder has to become whole before it is refused. Default 3 seconds. */
  readonly modulePatience?: number;
  /** Milliseconds between signs of life in event streams. Default 15 seconds. */
  readonly heartbeat?: number;
}

export interface Gateway {
  /** Answers everything but `/idp/**`; never rejects. */
  fetch(request: Request): Promise<Response>;
  /** Deletes sessions that have run out. */
  purge(): Promise<void>;
  /** Ends the event streams; requests are still answered. A second call does nothing. */
  close(): void;
}

/** Wires the rooms of the gateway together. */
export async function createGateway(options: GatewayOptions): Promise<Gateway> {
  const {publicUrl, opened, portal, platform, identity, log} = options;
  const {database} = opened;
  const locales = Object.keys(portal.build.messages);
  const closing = new AbortController();

  const sessions = new SessionStore({
    database,
    renew: (tokens) => identity.renew(tokens),
    limits: options.sessionLimits,
  });
  const metrics = new Metrics({countSessions: () => sessions.count()});
  const files = new ClientFiles(portal.clientFolder);
  const registry = await ModuleRegistry.open({build: portal.build, files, database});
  const store = new ModuleStore(storeFolder(options.modules.dataDir));
  const installs = new ModuleInstalls(database, registry, async (id, version) => {
    const stored = await store.find(id, version);
    return stored && toAccepted(stored, id);
  });
  const folder = await ModulesFolder.open({
    folder: options.modules.folder,
    memory: join(options.modules.dataDir, 'modules-seen.json'),
    store,
    shared: new Set(Object.keys(portal.build.importMap.imports)),
    report: (err, text) => log.warn({err}, text),
    patience: options.modulePatience,
  });
  const installed = await InstalledModules.open({
    folder,
    store,
    files,
    registry,
    installs,
    registrations: new ConsumerRegistrations(database),
    outcomes: outcomesFile(options.modules.dataDir),
  });
  const roles = new RoleChanges(platform);
  const caller = new PlatformCaller({gate: platform, roles, metrics, log, timeout: options.apiTimeout});
  const observer =
    options.observer &&
    new PlatformCaller({
      ...{gate: options.observer, roles, metrics, log, timeout: options.apiTimeout},
      api: {name: 'observer', answerAsRole: observeAsRole},
      roleActions: caller.roleActions,
    });
  const permissions = new PermissionReader(caller, roles);
  const composer = new Composer({
    registry,
    installs,
    permissions,
    roles,
    earlier: (id, version) => installed.earlier(id, version),
    log,
  });
  const preferences = new PreferenceStore({database, caller, locales});
  const stores = new KeptStores(database);
  const settings = new SettingStore(database, log);
  const notifications = new NotificationStore(database);
  const audit = new AuditTrail(database, log);
  const cookies = createCookies(publicUrl);
  const origins = new Set(options.embed.origins);
  const embedTokens = new EmbedTokens({secret: options.embed.secret, sessions, verify: options.embed.verify});
  const prerenderer = new Prerenderer({build: portal.build, folder: portal.folder, log});
  const boot = new BootReader({
    build: portal.build,
    files,
    composer,
    registry,
    permissions,
    caller,
    preferences,
    settings,
    prerenderer,
    polls: platform.onChange === undefined,
    notifications,
    log,
  });

  reportRefused(registry, log);
  const unfollow = installed.follow();

  const app = new Hono<GatewayEnv>();
  app.use(observeRequests(log, metrics), securityHeaders(publicUrl), admitEmbedders(origins));
  app.use(limitRequests(), refuseCrossSite(publicUrl));
  app.route('/', systemRoutes({metrics, gate: platform, checkDatabase: () => opened.check()}));
  app.use(async (context, next) => {
    const embedder = context.get('embedder');
    if (embedder !== undefined) {
      const authorization = context.req.header('authorization');
      // Code is fetched by an address that says itself whose it is.
      if (!context.req.path.startsWith('/embed/code/')) {
        context.set('session', await embedTokens.find(authorization, embedder));
      }
      return next();
    }
    const value = cookies.readSession(context);
    const session =
      value === undefined || context.req.path.startsWith('/assets/') ? undefined : await sessions.find(value);
    if (session !== undefined) context.set('session', session);
    return next();
  });
  app.route(
    '/',
    authRoutes({
      publicUrl,
      client: identity,
      sessions,
      cookies,
      cookieSecret: options.cookieSecret,
      onSignIn: (context, user) => {
        metrics.signIn();
        return audit.record({action: 'sign-in', user, status: 303, requestId: String(context.get('requestId'))});
      },
      onSignInFailed: (context, err, status) => {
        const requestId = String(context.get('requestId'));
        log.warn({err, requestId, status}, 'a sign-in failed');
        return audit.record({action: 'sign-in', status, requestId});
      },
      onSignOut: (context, user) =>
        audit.record({action: 'sign-out', user, status: 200, requestId: String(context.get('requestId'))}),
    }),
  );
  app.route('/', embedSignInRoutes({publicUrl, origins, tokens: embedTokens, cookies, audit}));
  app.route(
    '/',
    embedRoutes({
      build: portal.build,
      origins,
      registry,
      composer,
      permissions,
      preferences,
      settings,
      files,
      tokens: embedTokens,
      tickets: new CodeTickets(`code ${options.embed.secret}`),
    }),
  );
  app.use('/api/*', refuseWrites(audit));
  app.route('/', viewAsRoutes({caller, permissions, sessions, audit}));
  app.route('/', portalRoutes({composer, preferences, locales}));
  app.route('/', storeRoutes({stores, composer}));
  app.route('/', settingRoutes({settings, composer, permissions, preferences, audit}));
  app.route('/', iconRoutes({icons: new IconSource()}));
  app.route('/', notificationRoutes({store: notifications, composer, registry}));
  app.route('/', installRoutes({installs, installed, permissions, audit}));
  app.route('/', registrationRoutes({installed, permissions, audit}));
  app.route('/', moduleRoutes({registry, installed, composer, permissions, preferences, audit}));
  app.route(
    '/',
    eventRoutes({
      gate: platform,
      registry,
      composer,
      permissions,
      settings,
      roles,
      notifications,
      sessions,
      stores,
      metrics,
      log,
      closing: closing.signal,
      heartbeat: options.heartbeat,
    }),
  );
  app.route('/', platformRoutes(caller, roles, {composer, registry, audit}));
  app.route('/', observerRoutes(observer, {composer, registry, audit}));
  app.route('/', staticRoutes({files, composer}));
  app.all('/api/*', (context) => problemResponse(new PortalError('NOT_FOUND', [context.req.path])));
  app.all('/auth/*', (context) => problemResponse(new PortalError('NOT_FOUND', [context.req.path])));
  app.route('/', pageRoutes({publicUrl, portal, boot, log}));
  app.notFound((context) => problemResponse(new PortalError('NOT_FOUND', [context.req.path])));
  app.onError((error, context) => {
    const fault = toDatabaseFault(error);
    if (fault !== undefined || !isPortalError(error)) {
      log.error({err: error, requestId: context.get('requestId'), path: context.req.path}, 'unexpected failure');
    }
    return problemResponse(fault ?? error);
  });

  return {
    fetch: async (request) => app.fetch(request),
    purge: () => sessions.purge(),
    close() {
      unfollow();
      closing.abort();
    },
  };
}
