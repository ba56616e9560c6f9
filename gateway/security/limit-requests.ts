import {PortalError} from '@openchoreo/portal-contract';
import type {MiddlewareHandler} from 'hono';
import {problemResponse} from '../http/index.ts';

const MAX_BODY = 1024 * 1024;
const MAX_URL = 8192;

/** No body above 1 MiB, announced or not, and no address above 8 KiB. */
export function limitRequests(): MiddlewareHandler {
  return async (context, next) => {
    const {raw} = context.req;
    if (raw.url.length > MAX_URL) {
      return problemResponse(new PortalError('REQUEST_TOO_LARGE', ['8 KiB in its address']), {status: 414});
    }
    const announced = raw.headers.has('transfer-encoding') ? null : raw.headers.get('content-length');
    if (announced !== null) return Number(announced) > MAX_BODY ? refuse() : next();
    if (raw.body === null) return next();
    const body = await readBounded(raw.body);
    if (body === undefined) return refuse();
    const {method, headers, signal} = raw;
    context.req.raw = new Request(raw.url, {method, headers, signal, ...(body.length > 0 ? {body} : {})});
    return next();
  };
}

function refuse(): Response {
  const response = problemResponse(new PortalError('REQUEST_TOO_LARGE', ['1 MiB']));
  // The rest of the body is not read, so nothing more can be said on this connection.
  response.headers.set('connection', 'close');
  return response;
}

/** All of the stream, or nothing when it is longer than allowed. */
async function readBounded(stream: ReadableStream<Uint8Array>): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > MAX_BODY) return undefined;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
