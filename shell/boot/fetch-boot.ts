import {PortalError, type Boot} from '@openchoreo/portal-contract';
import {parseBoot} from './read-boot.ts';

const BOOT = /<script[^>]*\bid="portal-boot"[^>]*>([^<]*)<\/script>/;

/** What the gateway would put into the page of this address now: after a change of language, say. */
export async function fetchBoot(address: string, send: typeof fetch): Promise<Boot> {
  const response = await send(address, {headers: {accept: 'text/html'}}).catch((cause: unknown) => {
    throw new PortalError('OFFLINE', [], {cause});
  });
  const text = BOOT.exec(await response.text())?.[1];
  // Without it the answer is the sign-in page.
  if (text === undefined) throw new PortalError('SESSION_EXPIRED', []);
  return parseBoot(text);
}
