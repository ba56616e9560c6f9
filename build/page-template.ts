import {existsSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {Rolldown} from 'vite';

/** Style sheets that the page carries inline, so that it is painted before anything else is fetched. In this order. */
const CRITICAL = ['tokens.css', 'critical.css'];
const PLACE = '<!--portal:css-->';

/** Code of an entry whose only outcome is the critical CSS in one minified sheet. */
export function toCriticalCssEntry(root: string): string {
  const files = CRITICAL.map((name) => join(root, 'shell/styles', name)).filter((file) => existsSync(file));
  return files.map((file) => `import '${file}';`).join('\n');
}

/**
 * The page of `shell/index.html` with the critical CSS in it. The gateway fills the other places at each request;
 * `{{nonce}}` is one of them.
 */
export async function toPageTemplate(root: string, bundle: Rolldown.OutputBundle): Promise<string> {
  const page = await readFile(join(root, 'shell/index.html'), 'utf8');
  const sheets = Object.values(bundle).filter((file) => file.type === 'asset' && file.fileName.endsWith('.css'));
  const css = sheets.map((sheet) => (sheet.type === 'asset' ? String(sheet.source) : '').trim()).join('');
  if (!page.includes(PLACE)) throw new Error(`shell/index.html has no ${PLACE} for the critical CSS.`);
  return page.replace(/\n\s+/g, '\n').replace(PLACE, () => `<style nonce="{{nonce}}">${css}</style>`);
}
