import {Hono} from 'hono';
import {authenticate, type Caller} from './authentication.ts';
import {addAuthorizationRoutes} from './authorization/authorization-routes.ts';
import type {Policy} from './authorization/policy.ts';
import type {Subject, TokenClaims} from './authorization/subject.ts';
import {ApiError} from './engine/api-error.ts';
import type {ResourceKind} from './engine/kind.ts';
import type {ResourceEngine} from './engine/resource-engine.ts';
import {addResourceRoutes} from './engine/resource-routes.ts';
import {addSystemRoutes, type SystemRoutesOptions} from './system/system-routes.ts';

export interface AppOptions extends SystemRoutesOptions {
  readonly engine: ResourceEngine;
  readonly kinds: ReadonlyMap<string, ResourceKind>;
  readonly verifyToken: (token: string) => Promise<TokenClaims>;
  readonly toCaller: (claims: TokenClaims) => Promise<Caller>;
  readonly loadPolicies: (subject: Subject) => Promise<readonly Policy[]>;
  readonly report: (error: unknown, message: string) => void;
  readonly now: () => Date;
}

/** All routes of the API. An unknown path is 404 to anybody; everything below `/api/v1` else asks for a token. */
export function createApp({
  engine,
  kinds,
  verifyToken,
  toCaller,
  loadPolicies,
  report,
  now,
  ...system
}: AppOptions): Hono<{Variables: Caller}> {
  const app = new Hono<{Variables: Caller}>();
  addSystemRoutes(app as unknown as Hono<never>, system);
  app.use('/api/v1/*', authenticate({verifyToken, toCaller}));
  addAuthorizationRoutes(app, {loadPolicies, now});
  for (const kind of kinds.values())
    addResourceRoutes(app as unknown as Parameters<typeof addResourceRoutes>[0], kind, {engine, kinds, now});
  app.notFound(({req}) => new ApiError('NOT_FOUND', `There is nothing at ${req.path.slice(0, 200)}`).toResponse());
  app.onError((error) => {
    if (error instanceof ApiError) return error.toResponse();
    report(error, 'The platform failed to answer a request');
    return new ApiError('INTERNAL_ERROR', 'Internal server error').toResponse();
  });
  return app;
}
