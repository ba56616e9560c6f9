import {createServer} from 'node:http';
import Provider from 'oidc-provider';
import {Browser} from './browser.ts';
import {freePort} from './test-portal.ts';

export interface ForeignProvider {
  readonly issuer: string;
  /** Signs in at the provider and returns the callback's path at the portal. */
  signIn(address: string): Promise<string>;
  close(): Promise<void>;
}

/** An OpenID Connect provider of somebody else: another process would be no different. Its people are developers. */
export async function startForeignProvider(portalUrl: string): Promise<ForeignProvider> {
  const port = await freePort();
  const issuer = `http://localhost:${port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'portal',
        client_secret: 'a secret of some length',
        redirect_uris: [`${portalUrl}/auth/callback`],
        grant_types: ['authorization_code', 'refresh_token'],
      },
    ],
    claims: {openid: ['sub'], profile: ['given_name', 'family_name'], email: ['email']},
    conformIdTokenClaims: false,
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => ({sub: id, given_name: 'Grace', family_name: 'Hopper', email: `${id}@example.com`}),
    }),
    extraTokenClaims: () => ({groups: ['developers']}),
    features: {
      resourceIndicators: {
        enabled: true,
        defaultResource: () => 'urn:openchoreo',
        getResourceServerInfo: () => ({scope: '', audience: 'openchoreo', accessTokenFormat: 'jwt'}),
        useGrantedResource: () => true,
      },
    },
  });
  const callback = provider.callback();
  const server = createServer((request, response) => void callback(request, response));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    issuer,
    async signIn(address) {
      const browser = new Browser(issuer);
      await browser.open(address);
      for (const form of ['prompt=login&login=grace&password=x', 'prompt=consent']) {
        const left = await browser
          .open(browser.address, {
            method: 'POST',
            body: form,
            headers: {'content-type': 'application/x-www-form-urlencoded'},
          })
          .then(
            () => undefined,
            (error: unknown) => new URL(String(error).replace(/^.*left the origin for /, '')),
          );
        if (left !== undefined) return `${left.pathname}${left.search}`;
      }
      throw new Error('the provider did not lead back');
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
