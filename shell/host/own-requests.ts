import type {SendRequest} from '../data/request.ts';

/**
 * The requests of one module: they end with it, those it sends later included. A request for the shared cache ends with
 * its own signal only, since other modules may wait for the same answer.
 */
export function ownRequests(send: SendRequest, signal: AbortSignal): SendRequest {
  return (url, init = {}) => {
    const {shared = false, ...rest} = init;
    if (shared) return send(url, rest);
    if (signal.aborted) return Promise.reject(signal.reason as Error);
    return send(url, {...rest, signal: rest.signal ? AbortSignal.any([rest.signal, signal]) : signal});
  };
}
