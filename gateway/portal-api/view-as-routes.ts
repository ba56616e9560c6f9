import {PortalError, type RoleChoice, type RoleReference} from '@openchoreo/portal-contract';
import {Hono, type Context} from 'hono';
import * as z from 'zod';
import {toRolePath, type PermissionReader, type PlatformCaller} from '../api/index.ts';
import type {AuditTrail} from '../audit/index.ts';
import {isPortalError, type GatewayEnv} from '../http/index.ts';
import type {ActiveSession, SessionStore} from '../sessions/index.ts';
import {readJson} from './read-json.ts';
import {requireSession} from './require-session.ts';

const name = z.string().min(1).max(253);
const reference = z.union([
  z.strictObject({kind: z.literal('ClusterAuthzRole'), name}),
  z.strictObject({kind: z.literal('AuthzRole'), name, namespace: name}),
]);
const page = z.object({
  items: z.array(
    z.object({
      metadata: z.object({name: z.string(), namespace: z.string().optional()}),
      spec: z.object({actions: z.array(z.string()), description: z.string().optional()}),
    }),
  ),
});

const PERMISSION = 'portal:view-as';
const NOT_KEPT = {'cache-control': 'no-store'};

/** `/api/portal/view-as`: lets an operator look at the portal through a role. */
export function viewAsRoutes(options: {
  readonly caller: PlatformCaller;
  readonly permissions: PermissionReader;
  readonly sessions: SessionStore;
  readonly audit: AuditTrail;
}): Hono<GatewayEnv> {
  const {caller, permissions, sessions, audit} = options;
  const app = new Hono<GatewayEnv>();

  // Of the operator themselves: the role that is looked through need not hold it to be changed for another.
  const demand = async (session: ActiveSession): Promise<void> => {
    if (!(await permissions.mayThemselves(session, PERMISSION)))
      throw new PortalError('PERMISSION_DENIED', [PERMISSION]);
  };
  const record = (context: Context<GatewayEnv>, action: string, role: RoleReference | undefined, status: number) =>
    audit.record({
      action,
      user: context.get('session')?.user,
      method: context.req.method,
      ...(role && {target: toName(role)}),
      status,
      requestId: context.get('requestId'),
    });

  app.get('/api/portal/view-as', async (context) => {
    const session = requireSession(context);
    await demand(session);
    const namespace = context.req.query('namespace');
    const lists = await Promise.all([
      readRoles(caller, session, 'ClusterAuthzRole', '/api/v1/clusterauthzroles'),
      namespace === undefined || namespace === ''
        ? []
        : readRoles(caller, session, 'AuthzRole', `/api/v1/namespaces/${encodeURIComponent(namespace)}/authzroles`),
    ]);
    return context.json({viewAs: session.viewAs ?? null, roles: lists.flat()}, 200, NOT_KEPT);
  });

  app.put('/api/portal/view-as', async (context) => {
    const session = requireSession(context);
    const role = await readJson(context, reference);
    try {
      await demand(session);
      // Only a role that the operator may read: what it holds is read in their name, then and at every step.
      await caller.json(toRolePath(role), {session, own: true});
    } catch (error) {
      await record(context, 'view-as.begin', role, isPortalError(error, 'PERMISSION_DENIED') ? 403 : 404);
      throw isPortalError(error, 'PLATFORM_REFUSED') ? new PortalError('NOT_FOUND', [toName(role)]) : error;
    }
    await sessions.view(session.hash, role);
    await record(context, 'view-as.begin', role, 200);
    return context.json({viewAs: role}, 200, NOT_KEPT);
  });

  app.delete('/api/portal/view-as', async (context) => {
    const session = requireSession(context);
    await sessions.view(session.hash, undefined);
    if (session.viewAs) await record(context, 'view-as.end', session.viewAs, 204);
    return context.body(null, 204);
  });

  return app;
}

async function readRoles(
  caller: PlatformCaller,
  session: ActiveSession,
  kind: RoleReference['kind'],
  path: string,
): Promise<readonly RoleChoice[]> {
  const parsed = page.safeParse(await caller.json(`${path}?limit=100`, {session, own: true}));
  if (!parsed.success) throw new PortalError('API_INVALID_ANSWER', [path], {cause: parsed.error});
  return parsed.data.items.map(({metadata, spec: {actions, description}}) => ({
    kind,
    name: metadata.name,
    ...(kind === 'AuthzRole' && metadata.namespace !== undefined && {namespace: metadata.namespace}),
    ...(description !== undefined && {description}),
    actions,
  }));
}

function toName({kind, name: role, namespace}: RoleReference): string {
  return namespace === undefined ? `${kind}/${role}` : `${kind}/${namespace}/${role}`;
}
