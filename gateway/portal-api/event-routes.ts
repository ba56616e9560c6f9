import {
  allowsSomewhere,
  decide,
  isKindName,
  KINDS,
  type PortalMessage,
  type RoleReference,
} from '@openchoreo/portal-contract';
import {Hono} from 'hono';
import {streamSSE} from 'hono/streaming';
import type {PermissionReader, PlatformChange, PlatformGate, RoleChanges} from '../api/index.ts';
import type {Composer} from '../composition/index.ts';
import type {GatewayEnv} from '../http/index.ts';
import type {Log, Metrics} from '../observability/index.ts';
import type {ModuleRegistry} from '../registry/index.ts';
import type {ActiveSession, SessionStore} from '../sessions/index.ts';
import type {KeptStores} from './kept-stores.ts';
import type {NotificationStore} from './notification-store.ts';
import {requireSession} from './require-session.ts';
import {createRoleLook} from './role-look.ts';
import type {SettingStore} from './setting-store.ts';

/** `/api/portal/events`: tells open tabs what changed, until their session ends. */
export function eventRoutes(options: {
  readonly gate: PlatformGate;
  readonly registry: ModuleRegistry;
  readonly composer: Composer;
  readonly permissions: PermissionReader;
  readonly settings: SettingStore;
  readonly roles: RoleChanges;
  readonly notifications: NotificationStore;
  readonly sessions: SessionStore;
  readonly stores: KeptStores;
  readonly metrics: Metrics;
  readonly log: Log;
  /** Ends all streams: a server cannot stop while one is open. */
  readonly closing: AbortSignal;
  readonly heartbeat?: number | undefined;
}): Hono<GatewayEnv> {
  const {gate, registry, composer, permissions, roles, settings, notifications} = options;
  const {sessions, stores, metrics, log, closing} = options;
  const app = new Hono<GatewayEnv>();

  app.get('/api/portal/events', (context) => {
    let session = requireSession(context);
    context.header('cache-control', 'no-store');
    context.header('x-accel-buffering', 'no');
    return streamSSE(context, async (stream) => {
      let end = (): void => {};
      const ended = new Promise<void>((resolve) => (end = resolve));
      const send = async (message: PortalMessage): Promise<void> => {
        await stream.writeSSE({event: message.type, data: JSON.stringify(message.data)});
      };
      const report = (error: unknown): void => log.warn({err: error}, 'an event could not be sent');
      const sendComposition = async (): Promise<void> =>
        send({type: 'composition', data: {id: await composer.compositionId(session)}});
      let told: number | undefined;
      const sendNotifications = async (again = true): Promise<void> => {
        const unread = await notifications.unread(session.user.id);
        if (!again && unread === told) return;
        told = unread;
        await send({type: 'notifications', data: {unread}});
      };
      const leave = async (): Promise<void> => {
        await send({type: 'session-ended', data: {}});
        end();
      };
      const roleLook = createRoleLook(() => permissions.profile(session, {}));
      const sendPermissions = async (): Promise<void> => {
        roleLook.forget();
        await send({type: 'permissions', data: session.viewAs ? {viewAs: session.viewAs} : {}});
        await sendComposition();
      };
      const lookThrough = async (viewAs: RoleReference | undefined): Promise<void> => {
        session = {...session, viewAs};
        await sendPermissions();
      };
      const beat = async (): Promise<void> => {
        const found = await sessions.look(session.hash);
        if (found === undefined) return leave();
        await stream.write(': beat\n\n');
        // Another process may have changed it.
        if (JSON.stringify(found.viewAs) !== JSON.stringify(session.viewAs)) await lookThrough(found.viewAs);
        await registry.look();
        if (await roleLook.look()) await sendPermissions();
        // What another process of the portal added.
        await sendNotifications(false);
      };
      const undo = [
        metrics.openStream(),
        registry.onChange(() => void sendComposition().catch(report)),
        settings.onChange(({module, user}) => {
          if (user !== undefined && user !== session.user.id) return;
          void send({type: 'settings', data: {module}}).catch(report);
        }),
        roles.listen(() => void sendPermissions().catch(report)),
        notifications.onChange(session.user.id, () => void sendNotifications().catch(report)),
        sessions.onEnd((hash) => {
          if (hash === session.hash) void leave().catch(report);
        }),
        sessions.onView((hash, viewAs) => {
          if (hash === session.hash) void lookThrough(viewAs).catch(report);
        }),
        gate.onChange?.((change) => void sendChange(change, session, {permissions, send}).catch(report)),
        stores.onChange(({userId, ...data}) => {
          if (userId === session.user.id) void send({type: 'store', data}).catch(report);
        }),
        onAbort(closing, end),
      ];
      const timer = setInterval(() => void beat().catch(report), options.heartbeat ?? 15_000);
      stream.onAbort(end);
      try {
        // What changed between the page and this stream is told by the first message.
        const known = context.req.query('composition');
        if (known !== (await composer.compositionId(session).catch(report))) await sendComposition().catch(report);
        told = Number(context.req.query('unread') ?? NaN);
        await sendNotifications(false).catch(report);
        await ended;
      } finally {
        clearInterval(timer);
        for (const one of undo) one?.();
      }
    });
  });

  return app;
}

interface ChangeMeans {
  readonly permissions: PermissionReader;
  readonly send: (message: PortalMessage) => Promise<void>;
}

/**
 * Tells of a change whoever may see objects of the kind there. Who sees only some of the namespace learns that
 * something of the kind changed, without its name.
 */
async function sendChange(change: PlatformChange, session: ActiveSession, means: ChangeMeans): Promise<void> {
  const {kind, namespace, name, action} = change;
  const plural = toPlural(kind);
  const resource = plural === undefined ? kind.toLowerCase() : KINDS[plural].resource;
  const scope = namespace === undefined ? {} : {namespace};
  const profile = await means.permissions.profile(session, scope);
  const permission = `${resource}:view`;
  if (!allowsSomewhere(profile, permission)) return;
  const whole = decide(profile, permission, scope) === 'allowed';
  const data = {kind: plural ?? kind, ...(namespace === undefined ? {} : {namespace}), name: whole ? name : '', action};
  await means.send({type: 'change', data});
}

function toPlural(kind: string): keyof typeof KINDS | undefined {
  if (isKindName(kind)) return kind;
  const found = Object.entries(KINDS).find(([, info]) => info.kind === kind);
  return found?.[0] as keyof typeof KINDS | undefined;
}

function onAbort(signal: AbortSignal, listener: () => void): () => void {
  if (signal.aborted) listener();
  signal.addEventListener('abort', listener, {once: true});
  return () => signal.removeEventListener('abort', listener);
}
