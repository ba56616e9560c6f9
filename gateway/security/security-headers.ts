import type {MiddlewareHandler} from 'hono';

const OPENER = 'cross-origin-opener-policy';
/** Say something only of documents and what runs in them; a script or style sheet of ours is neither, and each is paid for. */
const OF_DOCUMENTS = ['content-security-policy', 'referrer-policy', OPENER, 'permissions-policy'];

/** Headers of every answer. What a handler set itself (a page's own policy) stays. */
export function securityHeaders(publicUrl: string): MiddlewareHandler {
  const standing: Record<string, string> = {
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    [OPENER]: 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    ...(publicUrl.startsWith('https:') ? {'strict-transport-security': 'max-age=31536000'} : {}),
  };
  return async (context, next) => {
    await next();
    const {headers} = context.res;
    // The document it leads to speaks for itself; a sign-in window of an embedding page keeps its opener on the way there.
    const isRedirect = context.res.status >= 300 && context.res.status < 400;
    // The type is kept to by the browser (`nosniff`): what is named a script is never shown as a document.
    const isPart = /^text\/(?:javascript|css)\b/.test(headers.get('content-type') ?? '');
    for (const [name, value] of Object.entries(standing)) {
      if (headers.has(name) || (isPart && OF_DOCUMENTS.includes(name))) continue;
      if (name === OPENER && isRedirect) continue;
      headers.set(name, value);
    }
  };
}
