interface AllowedRequest {
  readonly method: string;
  readonly path: RegExp;
}

/**
 * All that pages of other origins may send: their host's own requests, and reading. What changes something is not here:
 * an embedded element shows, it does not act.
 */
const ALLOWED: readonly AllowedRequest[] = [
  {method: 'POST', path: /^\/embed\/(session|token)$/},
  {method: 'GET', path: /^\/embed\/code\//},
  {method: 'GET', path: /^\/api\/(openchoreo|observer)\//},
  {method: 'GET', path: /^\/api\/portal\/(settings|stores)\/[\w-]+$/},
  // Questions, though they are no GET.
  {method: 'POST', path: /^\/api\/observer\/api\/v1\/[\w-]+\/query$/},
  {method: 'POST', path: /^\/api\/openchoreo\/api\/v1\/authz\/evaluates$/},
];

/** Whether pages that may embed may send this. */
export function isForEmbedders(method: string, path: string): boolean {
  const asked = method === 'HEAD' ? 'GET' : method;
  return ALLOWED.some((one) => one.method === asked && one.path.test(path));
}

/** Whether some method of the path is for them: its answers differ by origin. */
export function hasRequestsForEmbedders(path: string): boolean {
  return ALLOWED.some((one) => one.path.test(path));
}
