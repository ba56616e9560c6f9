import {PortalError, type PortalClient, type RoleChoice} from '@openchoreo/portal-contract';
import * as z from 'zod/mini';

const schema = z.object({
  roles: z.array(
    z.object({
      kind: z.enum(['ClusterAuthzRole', 'AuthzRole']),
      name: z.string(),
      namespace: z.optional(z.string()),
      description: z.optional(z.string()),
      actions: z.array(z.string()),
    }),
  ),
});

/** The roles through which the operator may look, by name; those of the namespace, too. */
export async function readChoices(portal: PortalClient, namespace: string | undefined): Promise<readonly RoleChoice[]> {
  const path = `/api/portal/view-as?namespace=${encodeURIComponent(namespace ?? '')}` as const;
  const parsed = schema.safeParse(await portal.request(path));
  if (!parsed.success) throw new PortalError('API_INVALID_ANSWER', [path], {cause: parsed.error});
  const roles = parsed.data.roles as readonly RoleChoice[];
  return [...roles].sort((a, b) => a.name.localeCompare(b.name));
}
