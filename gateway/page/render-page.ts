import type {Boot, PortalBuild, PrerenderedPage, Theme} from '@openchoreo/portal-contract';
import {escapeHtml} from '../http/index.ts';

/** Where the page is cut: what comes before it shows the skeleton, what comes after it is the page, and starts the shell. */
const CUT = '<!--portal:page-->';

/** Says that true data is on screen. */
const READY = "performance.mark('portal:ready');";

/**
 * The first part of the built page: all that is seen before any script runs. Everything from outside is escaped for
 * where it stands.
 */
export function renderHead(options: {
  readonly template: string;
  readonly nonce: string;
  readonly lang: string;
  readonly theme: Theme;
  readonly sidebar: 'wide' | 'narrow';
  readonly title: string;
  readonly skip: string;
}): string {
  const {template, nonce} = options;
  const cut = template.indexOf(CUT);
  return fill(template.slice(0, cut < 0 ? undefined : cut), {
    '{{nonce}}': nonce,
    '{{lang}}': escapeHtml(options.lang),
    '{{theme}}': options.theme,
    '{{sidebar}}': options.sidebar,
    '{{title}}': escapeHtml(options.title),
    '{{skip}}': escapeHtml(options.skip),
  });
}

/** The rest: the page as it was drawn, the code to preload, what the shell starts with, and the shell. */
export function renderRest(options: {
  readonly template: string;
  readonly build: PortalBuild;
  readonly nonce: string;
  readonly boot: Boot;
  readonly preload: readonly string[];
  /** The page as the server drew it. */
  readonly page?: PrerenderedPage | undefined;
}): string {
  const {template, build, nonce, boot, preload, page} = options;
  const {entry} = build.shell;
  const code = [entry, ...build.shell.preload, ...preload];
  const map = importMap(build, nonce);
  const json = `<script type="application/json" id="portal-boot">${toInlineJson(boot)}</script>`;
  return fill(restOf(template), {
    '{{nonce}}': nonce,
    // Engines ignore an import map that comes after the first preload of a module. Where there is a page already, code
    // waits until it is painted: asking for files costs a slow machine more than drawing it, and what is named in the
    // markup is asked for before anything is drawn.
    [CUT]: page
      ? page.markup +
        map +
        afterFrame((page.isComplete ? READY : '') + preloadByScript(code) + startByScript(entry), nonce)
      : '',
    '<!--portal:boot-->': (page ? '' : map + toPreloads(code)) + json,
    '<!--portal:entry-->': page ? '' : `<script type="module" nonce="${nonce}" src="${escapeHtml(entry)}"></script>`,
  });
}

/** The rest of a page that cannot start: the markup says why, and no script follows. */
export function renderStop(template: string, markup: string): string {
  return fill(restOf(template), {[CUT]: '', '<!--portal:boot-->': markup, '<!--portal:entry-->': ''});
}

function restOf(template: string): string {
  const cut = template.indexOf(CUT);
  return cut < 0 ? '' : template.slice(cut);
}

function fill(template: string, places: Readonly<Record<string, string>>): string {
  return template.replace(
    /\{\{(?:nonce|lang|theme|sidebar|title|skip)\}\}|<!--portal:(?:page|boot|entry)-->/g,
    (place) => places[place] ?? place,
  );
}

function importMap(build: PortalBuild, nonce: string): string {
  return `<script type="importmap" nonce="${nonce}">${toInlineJson(build.importMap)}</script>`;
}

/**
 * A script that does the work in the first task after the frame that paints what stands before it. A message is such a
 * task; a timer would wait for the scripts of the page to run. A tab that nobody sees has no frames: there it is done at once.
 */
function afterFrame(work: string, nonce: string): string {
  const message = `let{port1:a,port2:b}=new MessageChannel(),f=()=>b.postMessage(0);a.onmessage=()=>{a.close();${work}}`;
  return `<script nonce="${nonce}">{${message};document.hidden?f():requestAnimationFrame(f)}</script>`;
}

function preloadByScript(addresses: readonly string[]): string {
  return `for(let href of ${toInlineJson(addresses)})document.head.append(Object.assign(document.createElement('link'),{rel:'modulepreload',href}));`;
}

/** Like a script at the end of the page, the shell finds all of it. */
function startByScript(entry: string): string {
  const start = `import(${toInlineJson(entry)})`;
  return `let s=()=>${start};document.readyState==='loading'?addEventListener('DOMContentLoaded',s):s()`;
}

function toPreloads(addresses: readonly string[]): string {
  return addresses.map((address) => `<link rel="modulepreload" href="${escapeHtml(address)}">`).join('');
}

/** JSON that no parser of HTML takes for markup. */
function toInlineJson(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}
