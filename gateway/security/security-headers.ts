import type {MiddlewareHandler} from 'hono';

/** Headers of every answer. What a handler set itself (a page's own policy) stays. */
export function securityHeaders(publicUrl: string): MiddlewareHandler {
  const standing: Record<string, string> = {
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    ...(publicUrl.startsWith('https:') ? {'strict-transport-security': 'max-age=31536000'} : {}),
  };
  return async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(standing)) {
      if (!context.res.headers.has(name)) context.res.headers.set(name, value);
    }
  };
}
