import {PortalError} from '@openchoreo/portal-contract';
import {get as getPlain, type IncomingMessage} from 'node:http';
import {get as getSecure} from 'node:https';
import type {LookupFunction} from 'node:net';
import {checkSource, type ResolvedAddress, type SourceRules} from './check-source.ts';

const REDIRECTS = 3;
const TIMEOUT = 20_000;

export interface FetchedFile {
  /** Where it was in the end. */
  readonly url: URL;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * Fetches one file. Every address on the way is checked, and connected to as it was checked. Throws
 * `MODULE_SOURCE_REFUSED`, `MODULE_SOURCE_UNREADABLE`.
 */
export async function fetchFile(from: URL, limit: number, rules: SourceRules): Promise<FetchedFile> {
  let url = from;
  for (let hop = 0; hop <= REDIRECTS; hop += 1) {
    const answer = await request(url, await checkSource(url, rules));
    const {statusCode = 0, headers} = answer;
    if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
      answer.destroy();
      const next = new URL(headers.location, url);
      if (url.protocol === 'https:' && next.protocol !== 'https:') {
        throw new PortalError('MODULE_SOURCE_REFUSED', [url.origin, `it leads from https to ${next.origin}`]);
      }
      url = next;
      continue;
    }
    if (statusCode !== 200) {
      answer.destroy();
      throw new PortalError('MODULE_SOURCE_UNREADABLE', [url.href, `it answers with status ${statusCode}`]);
    }
    return {url, bytes: await read(answer, url, limit)};
  }
  throw new PortalError('MODULE_SOURCE_REFUSED', [from.origin, 'it leads from one address to the next']);
}

function request(url: URL, addresses: readonly ResolvedAddress[]): Promise<IncomingMessage> {
  const [first] = addresses;
  const lookup: LookupFunction = (_host, {all}, done) => {
    if (all) done(null, [...addresses]);
    else done(null, first?.address ?? '', first?.family);
  };
  const get = url.protocol === 'https:' ? getSecure : getPlain;
  return new Promise((resolve, reject) => {
    const fail = (cause: unknown): void => {
      const why = cause instanceof Error ? cause.message : String(cause);
      reject(new PortalError('MODULE_SOURCE_UNREADABLE', [url.href, why], {cause}));
    };
    const options = {
      lookup,
      agent: false,
      signal: AbortSignal.timeout(TIMEOUT),
      headers: {'accept-encoding': 'identity'},
    };
    get(url, options, resolve).on('error', fail);
  });
}

async function read(answer: IncomingMessage, url: URL, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Buffer[] = [];
  let length = 0;
  try {
    for await (const part of answer as AsyncIterable<Buffer>) {
      length += part.length;
      if (length > limit) throw new RangeError(`it is larger than ${limit} bytes`);
      parts.push(part);
    }
  } catch (cause) {
    throw new PortalError('MODULE_SOURCE_UNREADABLE', [url.href, cause instanceof Error ? cause.message : String(cause)], {cause}); // prettier-ignore
  } finally {
    answer.destroy();
  }
  return new Uint8Array(Buffer.concat(parts));
}
