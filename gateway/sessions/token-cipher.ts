import {createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes} from 'node:crypto';

/** What the cookie's value is known as on the server; the value itself is never stored. */
export function hashOf(cookieValue: string): string {
  return createHash('sha256').update(cookieValue).digest('hex');
}

/** Encrypts with a key that only the holder of the secret can make again (AES-256-GCM). */
export function seal(text: string, secret: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret), iv);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
}

/** The text, or `undefined` when the secret is another one or the sealed text was changed. */
export function unseal(sealed: string, secret: string): string | undefined {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < 28) return undefined;
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(secret), bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(12, 28));
    return decipher.update(bytes.subarray(28), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    return undefined;
  }
}

function keyOf(secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', 'openchoreo portal session', 32));
}
