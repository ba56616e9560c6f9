import {PortalError} from '@openchoreo/portal-contract';
import {Hono, type Context} from 'hono';
import type {PlatformCaller, RoleChanges} from '../api/index.ts';
import type {AuditTrail} from '../audit/index.ts';
import type {Composer} from '../composition/index.ts';
import {isPortalError, pickEncoding, problemResponse, type GatewayEnv} from '../http/index.ts';
import type {ModuleRegistry} from '../registry/index.ts';
import {attribute, type Attribution} from './attribute.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
/** What crosses: everything else (cookies, hop-by-hop headers, forwarded addresses) stays on its side. */
const TO_PLATFORM = ['accept', 'accept-language', 'content-type', 'if-match', 'if-none-match', 'last-event-id'];
const TO_BROWSER = [
  'content-type',
  'cache-control',
  'etag',
  'last-modified',
  'link',
  'retry-after',
  'www-authenticate',
];

export interface ProxyMeans {
  readonly composer: Composer;
  readonly registry: ModuleRegistry;
  readonly audit: AuditTrail;
}

export interface ProxyOptions extends ProxyMeans {
  readonly caller: PlatformCaller;
  /** Where the API begins: `/api/openchoreo`. */
  readonly prefix: string;
  /** First word of its actions in the audit trail. */
  readonly audited: string;
  /** Whether a request changes something, and so is recorded. */
  readonly changes: (method: string, path: string) => boolean;
  /** Told of each change that was made. */
  readonly onChanged?: (path: string) => void;
}

/** `/api/openchoreo/**`: the platform's API with the person's own token. */
export function platformRoutes(caller: PlatformCaller, roles: RoleChanges, means: ProxyMeans): Hono<GatewayEnv> {
  return proxyRoutes({
    ...means,
    caller,
    prefix: '/api/openchoreo',
    audited: 'api',
    changes: (method) => !SAFE.has(method),
    onChanged: (path) => roles.notice(path),
  });
}

/** An API behind the gateway, with the person's own token. */
export function proxyRoutes(options: ProxyOptions): Hono<GatewayEnv> {
  const {caller, prefix, audited, changes, onChanged, audit} = options;
  const app = new Hono<GatewayEnv>();

  app.all(`${prefix}/*`, async (context) => {
    const session = context.get('session');
    if (session === undefined) return problemResponse(new PortalError('SESSION_EXPIRED', []));
    const url = new URL(context.req.url);
    const path = url.pathname.slice(prefix.length);
    const {method} = context.req;
    const isChange = changes(method, path);
    const claim = context.req.header('x-portal-module');
    let asker: Attribution = claim ? {module: `unconfirmed: ${claim.slice(0, 80)}`} : {};
    const record = (status: number): Promise<void> =>
      audit.record({
        action: `${audited}.${method.toLowerCase()}`,
        user: session.user,
        method,
        target: path,
        status,
        ...asker,
        requestId: context.get('requestId'),
      });
    try {
      asker = await attribute(context.req.raw.headers, session, options);
      const answer = await caller.call(`${path}${url.search}`, {
        method,
        headers: pick(context.req.raw.headers, TO_PLATFORM),
        body: SAFE.has(method) ? null : context.req.raw.body,
        session,
        signal: context.req.raw.signal,
      });
      if (isChange && answer.ok) onChanged?.(path);
      if (isChange) await record(answer.status);
      return toBrowser(answer, path, context.req.header('accept-encoding'));
    } catch (error) {
      const problem = toAnswer(error, context);
      if (isChange) await record(problem.status);
      return problem;
    }
  });

  return app;
}

function toBrowser(answer: Response, path: string, acceptEncoding: string | undefined): Response {
  if (answer.status >= 300 && answer.status < 400 && answer.status !== 304) {
    return problemResponse(new PortalError('API_INVALID_ANSWER', [path]));
  }
  const headers = {'cache-control': 'no-store', ...pick(answer.headers, TO_BROWSER)};
  const isJson = /^application\/(?:[\w.-]+\+)?json\b/.test(answer.headers.get('content-type') ?? '');
  const zip = answer.body !== null && isJson && pickEncoding(acceptEncoding) !== undefined;
  if (!zip) return new Response(answer.body, {status: answer.status, headers});
  const body = answer.body.pipeThrough(new CompressionStream('gzip'));
  return new Response(body, {
    status: answer.status,
    headers: {...headers, 'content-encoding': 'gzip', vary: 'accept-encoding'},
  });
}

function toAnswer(error: unknown, context: Context<GatewayEnv>): Response {
  if (isPortalError(error)) return problemResponse(error);
  // The browser is gone; nobody reads this answer, but the log shows its status.
  if (context.req.raw.signal.aborted) return new Response(null, {status: 499});
  throw error;
}

function pick(headers: Headers, names: readonly string[]): Record<string, string> {
  const entries = names.map((name) => [name, headers.get(name)] as const);
  return Object.fromEntries(entries.filter((entry): entry is readonly [string, string] => entry[1] !== null));
}
