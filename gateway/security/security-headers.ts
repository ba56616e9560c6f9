import type {MiddlewareHandler} from 'hono';

/** Say something only of documents and what runs in them; a script or style sheet of ours is neither, and each is paid for. */
const OF_DOCUMENTS = ['content-security-policy', 'referrer-policy', 'cross-origin-opener-policy', 'permissions-policy'];

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
    const {headers} = context.res;
    // The type is kept to by the browser (`nosniff`): what is named a script is never shown as a document.
    const isPart = /^text\/(?:javascript|css)\b/.test(headers.get('content-type') ?? '');
    for (const [name, value] of Object.entries(standing)) {
      if (headers.has(name) || (isPart && OF_DOCUMENTS.includes(name))) continue;
      headers.set(name, value);
    }
  };
}
