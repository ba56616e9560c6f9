import type {Hono} from 'hono';

export interface SystemRoutesOptions {
  readonly issuer: string;
  readonly url: string;
  /** Rejects when the database does not answer. */
  readonly ping: () => Promise<unknown>;
}

/** What can be asked without a token. */
export function addSystemRoutes(app: Hono<never>, {issuer, url, ping}: SystemRoutesOptions): void {
  app.get('/health', ({text}) => text('OK'));
  app.get('/ready', async ({text}) => {
    await ping();
    return text('Ready');
  });
  app.get('/version', ({json}) =>
    json({
      name: 'openchoreo-api (embedded reference)',
      version: 'v1.2.0',
      gitRevision: 'embedded',
      buildTime: '1970-01-01T00:00:00Z',
      goOS: process.platform,
      goArch: process.arch,
      goVersion: `none (node ${process.version})`,
    }),
  );
  app.get('/.well-known/oauth-protected-resource', ({json}) =>
    json({
      resource_name: 'OpenChoreo API',
      resource: url,
      authorization_servers: [issuer],
      bearer_methods_supported: ['header'],
      scopes_supported: ['openid', 'profile', 'email'],
      openchoreo_security_enabled: true,
    }),
  );
}
