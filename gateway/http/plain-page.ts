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
<body><main>${page.body}</main>${script}</body>
</html>
`;
  return {html, headers: {...HEADERS, 'content-security-policy': policy(nonce, page.script !== undefined)}};
}

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  // With no-referrer a browser would send `Origin: null` with the form, which looks like another site.
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
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
:root{color-scheme:light dark;--bg:#f6f7f9;--card:#fff;--text:#1c2330;--muted:#5a6475;--border:#d9dee7;--accent:#2457d6;--soft:#eef3ff;--danger:#b3261e}
@media (prefers-color-scheme:dark){:root{--bg:#0f131a;--card:#171d27;--text:#e6eaf2;--muted:#9aa6ba;--border:#2c3544;--accent:#8fb0ff;--soft:#1d2740;--danger:#ffb4ab}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:grid;place-items:center;padding:24px 16px;background:var(--bg);color:var(--text);font:14px/1.5 system-ui,sans-serif}
main{width:100%;max-width:416px;background:var(--card);border:1px solid var(--border);border-radius:12px;padding:32px}
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
