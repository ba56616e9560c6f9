import {randomBytes} from 'node:crypto';
import {exportJWK, generateKeyPair, type JWK} from 'jose';
import {keptKey, type Database} from '../database/index.ts';

export interface ProviderKeys {
  /** The private key that signs tokens, RS256. */
  readonly signing: JWK;
  readonly cookies: readonly string[];
  /** What the portal, as the provider's client, proves itself with. */
  readonly clientSecret: string;
}

/** The embedded provider's keys, made at the first start: tokens and cookies stay good over a restart. */
export async function openProviderKeys(database: Database): Promise<ProviderKeys> {
  return {
    signing: await keptKey(database, 'identity-signing', makeSigningKey),
    cookies: await keptKey(database, 'identity-cookies', () => [randomText()]),
    clientSecret: await keptKey(database, 'identity-client-secret', randomText),
  };
}

async function makeSigningKey(): Promise<JWK> {
  const {privateKey} = await generateKeyPair('RS256', {extractable: true});
  const kid = randomBytes(8).toString('hex');
  return {...(await exportJWK(privateKey)), kid, alg: 'RS256', use: 'sig'};
}

function randomText(): string {
  return randomBytes(32).toString('base64url');
}
