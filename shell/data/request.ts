import {PortalError} from '@openchoreo/portal-contract';
import {toResponseError} from './response-error.ts';

export interface RequestInitJson {
  readonly method?: string | undefined;
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  /** The answer goes to the shared cache: see `ownRequests`. */
  readonly shared?: boolean | undefined;
  /** Whether it changes nothing though its method is not GET. */
  readonly reads?: boolean | undefined;
  /** Goes on though the page goes away; the body may be 64 KiB at most. */
  readonly keepalive?: boolean | undefined;
}

/** JSON in, JSON out. Rejects with a `PortalError`, or with the signal's reason. An empty answer is `undefined`. */
export type SendRequest = (url: string, init?: RequestInitJson) => Promise<unknown>;

export interface RequestOptions {
  readonly fetch: typeof fetch;
  /** Milliseconds until a request counts as unanswered. */
  readonly timeout?: number;
  /**
   * Called when the gateway says that the session has ended. For a read, the promise resolves when the session is
   * back and the request is sent again; a write is not repeated behind the person's back and fails.
   */
  readonly onSignedOut: () => Promise<void>;
}

/** How the shell talks to its gateway. */
export function createRequest(options: RequestOptions): SendRequest {
  const {fetch: send, timeout = 30_000} = options;

  return async function request(url, init = {}) {
    const {method = 'GET', body, signal, headers, keepalive = false} = init;
    const deadline = AbortSignal.timeout(timeout);
    const response = await send(url, {
      method,
      headers: {
        accept: 'application/json',
        ...(body !== undefined && {'content-type': 'application/json'}),
        ...headers,
      },
      ...(body !== undefined && {body: JSON.stringify(body)}),
      signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
      ...(keepalive && {keepalive}),
    }).catch((cause: unknown) => {
      throw toTransportError(url, cause, {signal, deadline, timeout});
    });
    const text = await response.text().catch((cause: unknown) => {
      throw toTransportError(url, cause, {signal, deadline, timeout});
    });
    if (response.ok) return readJson(url, text);
    const error = await toResponseError(url, response.status, text);
    if (error.code !== 'SESSION_EXPIRED') throw error;
    const back = options.onSignedOut();
    if (method !== 'GET' && !init.reads) throw error;
    await untilAborted(back, signal);
    return request(url, init);
  };
}

function readJson(url: string, text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new PortalError('API_INVALID_ANSWER', [url], {cause});
  }
}

function toTransportError(
  url: string,
  cause: unknown,
  {signal, deadline, timeout}: {signal: AbortSignal | undefined; deadline: AbortSignal; timeout: number},
): unknown {
  if (signal?.aborted) return signal.reason;
  if (deadline.aborted) return new PortalError('API_TIMEOUT', [url, String(timeout)], {cause});
  return new PortalError('OFFLINE', [], {cause});
}

function untilAborted(work: Promise<void>, signal: AbortSignal | undefined): Promise<void> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(signal.reason as Error);
    if (signal.aborted) {
      onAbort();
      return;
    }
    signal.addEventListener('abort', onAbort, {once: true});
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
