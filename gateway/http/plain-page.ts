import {randomBytes} from 'node:crypto';
import {escapeHtml} from './escape-html.ts';

/** A page of the gateway itself: whole without script, in the browser's colour scheme. */
export interface PlainPage {
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Makes a page of sign-in: `body` is HTML (escape what comes from outside), `script` runs on load,
 * `refresh` goes to an address at once, also without script.
 */
export function plainPage(page: {
  readonly lang: string;
  readonly title: string;
  readonly body: string;
  readonly script?: string;
  readonly refresh?: string;
}): PlainPage {
  const nonce = randomBytes(16).toString('base64');
  const refresh = page.refresh ? `<meta http-equiv="refresh" content="0;url=${escapeHtml(page.refresh)}">` : '';
  const script = page.script ? `<script nonce="${nonce}">${page.script}</script>` : '';
  const html = `<!doctype html>
<html lang="${escapeHtml(page.lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${refresh}<title>${escapeHtml(page.title)}</title>
<link rel="icon" href="data:,">
<style nonce="${nonce}">${STYLES}</style>
</head>
<body><main>${MARK}${page.body}</main>${script}</body>
</html>
`;
  return {html, headers: {...HEADERS, 'content-security-policy': policy(nonce, page.script !== undefined)}};
}

/** The portal's mark, as in its frame. */
const MARK =
  '<svg aria-hidden="true" width="32" height="32" viewBox="0 0 24 24"><rect width="24" height="24" rx="6" fill="#4153d3"/>' +
  '<path d="M7 15.5c0-5 10-2 10-7" fill="none" stroke="#fff" stroke-width="2" stroke-linecap="round"/>' +
  '<circle cx="7" cy="16" r="2.4" fill="#fff"/><circle cx="17" cy="8" r="2.4" fill="#fff"/></svg>';

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  // With no-referrer a browser would send `Origin: null` with the form, which looks like another site.
  'referrer-policy': 'same-origin',
};

function policy(nonce: string, hasScript: boolean): string {
  return [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    ...(hasScript ? [`script-src 'nonce-${nonce}'`] : []),
    'img-src data:',
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

const STYLES = `
:root{color-scheme:light dark;--bg:#f7f8fa;--card:#fff;--text:#191d24;--muted:#5a6372;--border:#d5d9e0;--accent:#4153d3;--soft:#eceefc;--danger:#b3261e}
@media (prefers-color-scheme:dark){:root{--bg:#0e1014;--card:#15181e;--text:#e7eaef;--muted:#9ba4b3;--border:#343b48;--accent:#93a1ff;--soft:#22284a;--danger:#ffb4ab}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:grid;place-items:center;padding:24px 16px;background:var(--bg);color:var(--text);font:14px/1.5 system-ui,sans-serif}
main{width:100%;max-width:416px;background:var(--card);border:1px solid var(--border);border-radius:12px;padding:32px}
svg{display:block;margin-bottom:16px}
h1{margin:0 0 4px;font-size:20px;line-height:1.3}
p{margin:0 0 24px;color:var(--muted)}
p.fault{color:var(--danger);font-weight:600}
form{display:grid;gap:8px}
label{display:grid;gap:4px;font-weight:600;margin-bottom:8px}
input{font:inherit;color:inherit;background:var(--bg);border:1px solid var(--border);border-radius:8px;padding:8px 12px;min-height:40px}
button,a.button{display:grid;gap:2px;width:100%;text-align:start;font:inherit;color:inherit;text-decoration:none;background:none;border:1px solid var(--border);border-radius:8px;padding:10px 16px;cursor:pointer}
button:hover,a.button:hover{background:var(--soft);border-color:var(--accent)}
button strong,a.button strong{font-weight:600}
button span{color:var(--muted);font-size:13px}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
code{font-size:13px;color:var(--muted)}
`.replaceAll('\n', '');
