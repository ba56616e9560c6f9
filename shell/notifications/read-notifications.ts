import {PortalError, type NotificationList} from '@openchoreo/portal-contract';
import * as z from 'zod/mini';

const schema = z.object({
  items: z.array(
    z.looseObject({
      id: z.number(),
      module: z.string(),
      kind: z.enum(['success', 'info', 'warning', 'error']),
      title: z.string(),
      text: z.optional(z.string()),
      path: z.optional(z.string()),
      command: z.optional(z.string()),
      at: z.string(),
      read: z.boolean(),
    }),
  ),
  unread: z.number(),
});

/** The gateway's list. Throws `API_INVALID_ANSWER` for anything else. */
export function readNotifications(answer: unknown): NotificationList {
  const parsed = schema.safeParse(answer);
  if (parsed.success) return parsed.data as NotificationList;
  throw new PortalError('API_INVALID_ANSWER', ['/api/portal/notifications'], {cause: parsed.error});
}
