import {existsSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {Rolldown} from 'vite';

/** Style sheets that the page carries inline, so that it is painted before anything else is fetched. In this order. */
const CRITICAL = ['tokens.css', 'critical.css'];
const PLACE = '<!--portal:css-->';

/** The style sheets of the critical CSS, as files. */
export function listCriticalCss(root: string): readonly string[] {
  return CRITICAL.map((name) => join(root, 'shell/styles', name)).filter((file) => existsSync(file));
}

/** What a bundle of {@link listCriticalCss} made of them. */
export function toCss(bundle: Rolldown.OutputBundle): string {
  const sheets = Object.values(bundle).filter((file) => file.type === 'asset' && file.fileName.endsWith('.css'));
  return sheets.map((sheet) => (sheet.type === 'asset' ? String(sheet.source) : '').trim()).join('');
}

/**
 * The page of `shell/index.html` with the critical CSS in it. The gateway fills the other places at each request;
 * `{{nonce}}` is one of them.
 */
export async function toPageTemplate(root: string, css: string): Promise<string> {
  const page = await readFile(join(root, 'shell/index.html'), 'utf8');
  if (!page.includes(PLACE)) throw new Error(`shell/index.html has no ${PLACE} for the critical CSS.`);
  return page.replace(/\n\s+/g, '\n').replace(PLACE, () => `<style nonce="{{nonce}}">${css}</style>`);
}
