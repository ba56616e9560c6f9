import {PortalError} from '@openchoreo/portal-contract';
import type {MiddlewareHandler} from 'hono';
import {bodyLimit} from 'hono/body-limit';
import {problemResponse} from '../http/index.ts';

const MAX_BODY = 1024 * 1024;
const MAX_URL = 8192;

/** No body above 1 MiB, announced or not, and no address above 8 KiB. */
export function limitRequests(): MiddlewareHandler {
  const limitBody = bodyLimit({
    maxSize: MAX_BODY,
    onError: () => problemResponse(new PortalError('REQUEST_TOO_LARGE', ['1 MiB'])),
  });
  return async (context, next) => {
    if (context.req.url.length > MAX_URL) {
      return problemResponse(new PortalError('REQUEST_TOO_LARGE', ['8 KiB in its address']), {status: 414});
    }
    return limitBody(context, next);
  };
}
