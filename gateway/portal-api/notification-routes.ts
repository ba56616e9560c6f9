import {NOTIFICATIONS_PER_MINUTE, PortalError, type NotificationDraft} from '@openchoreo/portal-contract';
import {Hono} from 'hono';
import * as z from 'zod';
import type {Composer} from '../composition/index.ts';
import type {GatewayEnv} from '../http/index.ts';
import {attribute} from '../proxy/index.ts';
import type {ModuleRegistry} from '../registry/index.ts';
import {MinuteLimit} from './minute-limit.ts';
import type {NotificationStore} from './notification-store.ts';
import {readJson} from './read-json.ts';
import {requireSession} from './require-session.ts';

const draftSchema = z
  .strictObject({
    kind: z.enum(['success', 'info', 'warning', 'error']),
    title: z.string().min(1).max(200),
    text: z.string().max(1000).optional(),
    path: z
      .string()
      .max(500)
      .regex(/^\/(?![/\\])\S*$/, 'a path that starts with one /')
      .optional(),
    command: z
      .string()
      .max(129)
      .regex(/^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*$/, "a command like 'components.create-component'")
      .optional(),
    key: z.string().min(1).max(200).optional(),
  })
  .refine(({path, command}) => path === undefined || command === undefined, 'a path or a command, not both');

const mark = z.strictObject({read: z.boolean()});

/** `/api/portal/notifications`: what waits for the person, added by modules in their name. */
export function notificationRoutes(options: {
  readonly store: NotificationStore;
  readonly composer: Composer;
  readonly registry: ModuleRegistry;
}): Hono<GatewayEnv> {
  const {store} = options;
  const limit = new MinuteLimit(NOTIFICATIONS_PER_MINUTE);
  const app = new Hono<GatewayEnv>();
  const root = '/api/portal/notifications';

  app.get(root, async (context) => {
    const {user} = requireSession(context);
    return context.json(await store.list(user.id), 200, {'cache-control': 'no-store'});
  });

  app.post(root, async (context) => {
    const session = requireSession(context);
    const {module} = await attribute(context.req.raw.headers, session, options);
    const draft = (await readJson(context, draftSchema)) as NotificationDraft;
    const id = module?.split('@')[0] ?? 'portal';
    if (!limit.take(`${session.user.id} ${id}`)) {
      throw new PortalError('NOTIFICATIONS_LIMITED', [id, String(NOTIFICATIONS_PER_MINUTE)]);
    }
    return context.json(await store.add(session.user.id, id, draft), 201);
  });

  app.put(root, async (context) => {
    const {user} = requireSession(context);
    const {read} = await readJson(context, mark);
    await store.mark(user.id, read);
    return context.json(await store.list(user.id));
  });

  app.put(`${root}/:id`, async (context) => {
    const {user} = requireSession(context);
    const id = toId(context.req.param('id'));
    const {read} = await readJson(context, mark);
    if (!(await store.mark(user.id, read, id))) throw new PortalError('NOT_FOUND', [context.req.path]);
    return context.json(await store.list(user.id));
  });

  app.delete(root, async (context) => {
    const {user} = requireSession(context);
    await store.remove(user.id);
    return context.json(await store.list(user.id));
  });

  app.delete(`${root}/:id`, async (context) => {
    const {user} = requireSession(context);
    await store.remove(user.id, toId(context.req.param('id')));
    return context.json(await store.list(user.id));
  });

  return app;
}

function toId(text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new PortalError('INVALID_REQUEST', [`id: found '${text.slice(0, 40)}', expected a number`]);
}
