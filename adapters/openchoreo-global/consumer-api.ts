import type {Host} from '@openchoreo/portal-contract';

/** JSON in, JSON out, through the gateway. Rejects with the portal's error, which bears a code. */
export interface ConsumerApi {
  get(path: string, options?: CallOptions): Promise<unknown>;
  post(path: string, body?: unknown, options?: CallOptions): Promise<unknown>;
  put(path: string, body?: unknown, options?: CallOptions): Promise<unknown>;
  patch(path: string, body?: unknown, options?: CallOptions): Promise<unknown>;
  delete(path: string, options?: CallOptions): Promise<unknown>;
}

interface CallOptions {
  readonly params?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly signal?: AbortSignal;
}

export function createConsumerApi(host: Host): ConsumerApi {
  // The host's client sends to any path of the gateway's API; what it promises to modules is less.
  const request = host.portal.request as (path: string, init?: object) => Promise<unknown>;
  const call = (method: string, path: string, {params, signal}: CallOptions = {}, body?: unknown): Promise<unknown> =>
    request(toAddress(path, params), {method, ...(body !== undefined && {body}), ...(signal && {signal})});

  return {
    get: (path, options) => call('GET', path, options),
    post: (path, body, options) => call('POST', path, options, body),
    put: (path, body, options) => call('PUT', path, options, body),
    patch: (path, body, options) => call('PATCH', path, options, body),
    delete: (path, options) => call('DELETE', path, options),
  };
}

/** `/components` and `components` are below `/api`. Throws a `TypeError` for an address of another origin. */
function toAddress(path: string, params: CallOptions['params'] = {}): string {
  const below = /^\/api(\/|$)/.test(path) || /^\w+:|^\/\//.test(path) ? path : `/api/${path.replace(/^\//, '')}`;
  const url = new URL(below, location.origin);
  if (url.origin !== location.origin) throw new TypeError(`${path} is not an address of the portal.`);
  for (const [name, value] of Object.entries(params)) {
    if (value !== undefined) url.searchParams.set(name, String(value));
  }
  return url.pathname + url.search;
}
