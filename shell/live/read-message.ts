import type {PortalMessage} from '@openchoreo/portal-contract';
import * as z from 'zod/mini';

const role = z.object({
  kind: z.enum(['ClusterAuthzRole', 'AuthzRole']),
  name: z.string(),
  namespace: z.optional(z.string()),
});

const schema = z.discriminatedUnion('type', [
  z.object({type: z.literal('composition'), data: z.looseObject({id: z.string()})}),
  z.object({
    type: z.literal('change'),
    data: z.looseObject({
      kind: z.string(),
      namespace: z.optional(z.string()),
      name: z.string(),
      action: z.string(),
    }),
  }),
  z.object({type: z.literal('store'), data: z.looseObject({module: z.string(), writer: z.string()})}),
  z.object({type: z.literal('settings'), data: z.looseObject({module: z.string()})}),
  z.object({type: z.literal('permissions'), data: z.looseObject({viewAs: z.optional(role)})}),
  z.object({type: z.literal('notifications'), data: z.looseObject({unread: z.number()})}),
  z.object({type: z.literal('session-ended'), data: z.looseObject({})}),
]);

/** A message of the stream, or undefined for what this portal does not know: a newer gateway may say more. */
export function readMessage(type: string, text: string): PortalMessage | undefined {
  try {
    const parsed = schema.safeParse({type, data: JSON.parse(text) as unknown});
    return parsed.success ? (parsed.data as PortalMessage) : undefined;
  } catch {
    return undefined;
  }
}
