import {join} from 'node:path';
import {PortalError, type Result} from '@openchoreo/portal-contract';
import * as z from 'zod';
import {describeValue} from './describe-value.ts';
import {isLoopback} from './is-loopback.ts';

export interface GatewayConfig {
  readonly host: string;
  readonly port: number;
  /** The one origin the portal is reached at, without a trailing slash. */
  readonly publicUrl: string;
  readonly dataDir: string;
  /** The folder in which operators put modules. */
  readonly modulesDir: string;
  /** Hosts from which a module may be fetched by address; absent: this machine only. */
  readonly moduleSources?: readonly string[] | undefined;
  /** Absent: the embedded database in the data folder. */
  readonly databaseUrl?: string | undefined;
  /** Absent: the embedded identity provider. */
  readonly oidc?: {readonly issuer: string; readonly clientId: string; readonly clientSecret?: string | undefined};
  readonly demoPassword?: string | undefined;
  /** Absent: the embedded platform. */
  readonly apiUrl?: string | undefined;
  /** Absent: the embedded observer, or none where the platform is not the embedded one. */
  readonly observerUrl?: string | undefined;
  readonly seed: 'demo' | 'empty' | 'large';
  /** Other origins whose pages may embed elements of modules. */
  readonly embedOrigins: readonly string[];
  /** Whom access tokens of embedding pages are for; absent: the embedded provider's own audience, or none is accepted. */
  readonly embedAudience?: string | undefined;
  /** Absent: `info`, or `warn` where a person watches the terminal. */
  readonly logLevel?: string | undefined;
}

const port = z.coerce.number('a number').int('a whole number').min(1, 'a port from 1').max(65_535, 'a port to 65535');
const httpUrl = z.string().refine(isHttpUrl, 'an address that starts with http:// or https://');

const variables = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: port.default(7007),
  PUBLIC_URL: httpUrl.refine(isOrigin, 'an origin without a path, such as https://portal.example.com').optional(),
  DATA_DIR: z.string().default('.data'),
  MODULES_DIR: z.string().optional(),
  MODULE_SOURCES_ALLOW: z
    .string()
    .refine(isHostList, 'host names, as in modules.example.com, localhost:8080')
    .optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/.+/, 'an address like postgresql://user:password@host:5432/portal')
    .optional(),
  OIDC_ISSUER: httpUrl
    .refine(isSafeIssuer, 'an https address; plain http is accepted for this machine only')
    .optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  DEMO_PASSWORD: z.string().min(8, 'at least 8 characters').optional(),
  OPENCHOREO_API_URL: httpUrl.refine(isBare, 'an address without credentials, query or fragment').optional(),
  OBSERVER_URL: httpUrl.refine(isBare, 'an address without credentials, query or fragment').optional(),
  SEED: z.enum(['demo', 'empty', 'large']).default('demo'),
  EMBED_ORIGINS: z
    .string()
    .transform((text) => text.split(/[\s,]+/).filter((part) => part !== ''))
    .refine(
      (parts) => parts.every(isEmbedOrigin),
      'exact origins with commas between them, such as https://app.example.com; plain http for this machine only, no *',
    )
    .optional(),
  EMBED_AUDIENCE: z.string().optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).optional(),
});

/** Reads the environment. Every bad variable is one `CONFIG_INVALID`; an empty one counts as not set. */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
): Result<GatewayConfig, readonly PortalError[]> {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = variables.safeParse(set);
  if (!parsed.success) {
    const errors = parsed.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      return new PortalError('CONFIG_INVALID', [name, describeValue(name, set[name]), expectation(issue)]);
    });
    return {ok: false, error: errors};
  }
  const {data} = parsed;
  const errors = findContradictions(data);
  if (errors.length > 0) return {ok: false, error: errors};
  return {ok: true, value: toConfig(data)};
}

type Variables = z.infer<typeof variables>;

function toConfig(data: Variables): GatewayConfig {
  const base = {
    host: data.HOST,
    port: data.PORT,
    publicUrl: data.PUBLIC_URL ? new URL(data.PUBLIC_URL).origin : `http://localhost:${data.PORT}`,
    dataDir: data.DATA_DIR,
    modulesDir: data.MODULES_DIR ?? join(data.DATA_DIR, 'modules'),
    moduleSources: data.MODULE_SOURCES_ALLOW === undefined ? undefined : toHosts(data.MODULE_SOURCES_ALLOW),
    databaseUrl: data.DATABASE_URL,
    demoPassword: data.DEMO_PASSWORD,
    apiUrl: data.OPENCHOREO_API_URL?.replace(/\/+$/, ''),
    observerUrl: data.OBSERVER_URL?.replace(/\/+$/, ''),
    seed: data.SEED,
    embedOrigins: [...new Set(data.EMBED_ORIGINS)],
    embedAudience: data.EMBED_AUDIENCE,
    logLevel: data.LOG_LEVEL,
  };
  if (data.OIDC_ISSUER === undefined || data.OIDC_CLIENT_ID === undefined) return base;
  const oidc = {issuer: data.OIDC_ISSUER, clientId: data.OIDC_CLIENT_ID, clientSecret: data.OIDC_CLIENT_SECRET};
  return {...base, oidc};
}

function findContradictions(data: Variables): PortalError[] {
  if (data.OIDC_ISSUER !== undefined && data.OIDC_CLIENT_ID === undefined) {
    return [
      new PortalError('CONFIG_INVALID', ['OIDC_CLIENT_ID', 'not set', 'the client id registered at OIDC_ISSUER']),
    ];
  }
  if (data.OIDC_ISSUER === undefined && data.OIDC_CLIENT_ID !== undefined) {
    return [new PortalError('CONFIG_INVALID', ['OIDC_ISSUER', 'not set', 'the provider that knows OIDC_CLIENT_ID'])];
  }
  const opening = findOpening(data);
  if (data.OIDC_ISSUER === undefined && data.DEMO_PASSWORD === undefined && opening !== undefined) {
    const expected = `a password, because ${opening} lets other machines sign in as the demo people (or set OIDC_ISSUER)`;
    return [new PortalError('CONFIG_INVALID', ['DEMO_PASSWORD', 'not set', expected])];
  }
  return [];
}

/** The variable by which other machines reach the portal: itself, or a proxy on this machine. */
function findOpening({HOST, PUBLIC_URL}: Variables): string | undefined {
  if (!isLoopback(HOST)) return `HOST=${HOST}`;
  if (PUBLIC_URL !== undefined && !isLoopback(new URL(PUBLIC_URL).hostname)) return `PUBLIC_URL=${PUBLIC_URL}`;
  return undefined;
}

function expectation(issue: z.core.$ZodIssue): string {
  return issue.code === 'invalid_value' ? `one of ${issue.values.join(', ')}` : issue.message;
}

function isHttpUrl(value: string): boolean {
  return URL.canParse(value) && ['http:', 'https:'].includes(new URL(value).protocol);
}

/** Names, each with a port if it is not the scheme's own. */
function isHostList(value: string): boolean {
  return toHosts(value).every((host) => /^[a-z0-9.-]+(:\d+)?$|^\[[0-9a-f:]+\](:\d+)?$/.test(host));
}

function toHosts(value: string): readonly string[] {
  return value
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
}

function isOrigin(value: string): boolean {
  if (!isHttpUrl(value)) return true;
  const {pathname, search, hash, username, password} = new URL(value);
  return pathname === '/' && `${search}${hash}${username}${password}` === '';
}

/** As browsers write it in the `Origin` header: what is written otherwise would never be met. */
function isEmbedOrigin(value: string): boolean {
  return isHttpUrl(value) && !value.includes('*') && new URL(value).origin === value && isSafeIssuer(value);
}

function isBare(value: string): boolean {
  if (!isHttpUrl(value)) return true;
  const {username, password} = new URL(value);
  return username === '' && password === '' && !/[?#]/.test(value);
}

function isSafeIssuer(value: string): boolean {
  if (!isHttpUrl(value)) return true;
  const {protocol, hostname} = new URL(value);
  return protocol === 'https:' || isLoopback(hostname);
}
