/**
 * The portal's design tokens for an element in a foreign page. Light or dark is what the page says by `color-scheme`;
 * `theme="light"`, `"dark"` or `"system"` on the element says otherwise. A page that sets a token on the element wins.
 */
export function toHostStyles(tokens: string): string {
  const rules = tokens
    .replace(/:root\[data-theme=["']?(\w+)["']?\]/g, ':host([theme=$1])')
    .replaceAll(':root', ':host')
    .replace(/:host\s*\{\s*color-scheme:\s*light dark;?/, ':host{');
  return `${rules}:host([theme=system]){color-scheme:light dark}${FRAME}`;
}

const FRAME = `
:host{display:block;min-width:0;color:var(--portal-color-text);font:var(--portal-text-body)/1.5 var(--portal-font);text-align:start}
:host([hidden]){display:none!important}
.message{box-sizing:border-box;display:flex;flex-direction:column;align-items:center;justify-content:center;gap:4px;min-height:148px;padding:16px;
border:1px solid var(--portal-color-border);border-radius:var(--portal-radius);background:var(--portal-color-surface);text-align:center}
.message p{margin:0;max-width:52ch;overflow-wrap:anywhere}
.title{font-weight:600}
.text{color:var(--portal-color-text-muted);font-size:var(--portal-text-small)}
.message button{min-height:32px;margin-top:8px;padding:0 12px;border:1px solid var(--portal-color-accent);border-radius:var(--portal-radius-small);
background:var(--portal-color-accent);color:var(--portal-color-accent-text);font:inherit;font-weight:500;cursor:pointer}
.message button:focus-visible{outline:2px solid var(--portal-color-focus);outline-offset:2px}
.bone{width:60%;height:14px;border-radius:4px;background:var(--portal-color-hover)}
@media (forced-colors:active){.bone{border:1px solid GrayText}}
`;
