import {createServer} from 'node:http';
import {exportJWK, generateKeyPair, SignJWT} from 'jose';
import {freePort} from './test-portal.ts';

export interface TokenIssuer {
  readonly issuer: string;
  /** A token of this issuer for a developer, good for a minute; the claims given take the place of its own. */
  sign(claims?: Readonly<Record<string, unknown>>): Promise<string>;
  /** The same claims, signed with a key that is nobody's. */
  forge(): Promise<string>;
  close(): Promise<void>;
}

/** An OpenID Connect provider as far as checking its tokens needs one: it publishes its keys. */
export async function startTokenIssuer(audience: string): Promise<TokenIssuer> {
  const port = await freePort();
  const issuer = `http://localhost:${port}`;
  const [own, foreign] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]);
  const jwks = {keys: [{...(await exportJWK(own.publicKey)), kid: 'one', alg: 'RS256', use: 'sig'}]};
  const discovery = {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
  };
  const server = createServer(({url}, response) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify(url === '/jwks' ? jwks : discovery));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));

  const make = (key: CryptoKey, claims: Readonly<Record<string, unknown>>): Promise<string> => {
    const now = Math.floor(Date.now() / 1000);
    const all = {
      iss: issuer,
      aud: audience,
      sub: 'grace',
      name: 'Grace Hopper',
      groups: ['developers'],
      iat: now,
      exp: now + 60,
    };
    return new SignJWT({...all, ...claims}).setProtectedHeader({alg: 'RS256', kid: 'one', typ: 'at+jwt'}).sign(key);
  };
  return {
    issuer,
    sign: (claims = {}) => make(own.privateKey, claims),
    forge: () => make(foreign.privateKey, {}),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
