import {createHash, randomBytes} from 'node:crypto';
import {mkdtemp, rm} from 'node:fs/promises';
import {createServer} from 'node:http';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {openDatabase} from '../../gateway/database/index.ts';
import {createIdentityProvider, IDENTITY_PATH} from '../../gateway/identity/create-identity-provider.ts';
import {Browser} from '../../gateway/testing/browser.ts';
import {freePort} from '../../scripts/free-port.ts';

/** An organisation's provider, and the back end of its own app, which is a client of it. */
export interface OwnProvider {
  readonly issuer: string;
  readonly client: {readonly id: string; readonly secret: string};
  /** Whom its access tokens are for. */
  readonly audience: string;
  /** Signs in as the person, with a code and PKCE, and gives the access token that the app gets. */
  getToken(person: string): Promise<string>;
  close(): Promise<void>;
}

/** The provider that is embedded in the portal, away from any portal: its tokens are signed, and checked over the network. */
export async function startOwnProvider(): Promise<OwnProvider> {
  const port = await freePort();
  const publicUrl = `http://localhost:${port}`;
  const dataDir = await mkdtemp(join(tmpdir(), 'provider-e2e-'));
  const {database, close} = await openDatabase({dataDir});
  const errors: Error[] = [];
  const provider = await createIdentityProvider({database, publicUrl, onError: (error) => void errors.push(error)});
  const {issuer, client, audience} = provider;
  const server = createServer((request, response) => {
    if (request.url?.startsWith(IDENTITY_PATH)) return void provider.handle(request, response);
    response.end('The app has the code.');
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));

  async function getToken(person: string): Promise<string> {
    const verifier = randomBytes(32).toString('base64url');
    const redirect = {redirect_uri: `${publicUrl}/auth/callback`, resource: audience};
    const question = new URLSearchParams({
      ...redirect,
      client_id: client.id,
      response_type: 'code',
      scope: 'openid profile email groups',
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
    });
    const browser = new Browser(publicUrl);
    await browser.signIn(person, `${IDENTITY_PATH}/auth?${question}`);
    const code = new URL(browser.address, publicUrl).searchParams.get('code') ?? '';
    const answer = await fetch(`${issuer}/token`, {
      method: 'POST',
      headers: {authorization: `Basic ${Buffer.from(`${client.id}:${client.secret}`).toString('base64')}`},
      body: new URLSearchParams({...redirect, grant_type: 'authorization_code', code, code_verifier: verifier}),
    });
    const {access_token: token} = (await answer.json()) as {readonly access_token?: string};
    if (token === undefined) throw new Error(`No token (${answer.status}): ${errors.join(', ')}`);
    return token;
  }

  return {
    issuer,
    client,
    audience,
    getToken,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await close();
      await rm(dataDir, {recursive: true, force: true});
    },
  };
}
