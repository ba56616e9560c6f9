/**
 * The content security policy of the portal's page: code from this origin only, inline only with the page's nonce,
 * and markup only through the policies of Lit and of the portal, and of what modules from elsewhere may be written
 * in. A second copy of one makes its policy again.
 */
export function pagePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types lit-html portal vue svelte-trusted-html 'allow-duplicates'",
  ].join('; ');
}
