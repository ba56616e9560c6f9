import type {Boot, PortalBuild} from '@openchoreo/portal-contract';
import {escapeHtml} from '../http/index.ts';

/** Fills the built page's places. Everything from outside is escaped for where it stands. */
export function renderPage(options: {
  readonly template: string;
  readonly build: PortalBuild;
  readonly boot: Boot;
  readonly nonce: string;
  readonly title: string;
  readonly preload: readonly string[];
}): string {
  const {build, boot, nonce} = options;
  const places: Readonly<Record<string, string>> = {
    '{{nonce}}': nonce,
    '{{lang}}': escapeHtml(boot.preferences.locale),
    '{{theme}}': boot.preferences.theme,
    '{{title}}': escapeHtml(options.title),
    // Engines ignore an import map that comes after the first preload of a module.
    '<!--portal:preload-->': importMap(build, nonce) + options.preload.map(toPreload).join(''),
    '<!--portal:importmap-->': '',
    '<!--portal:boot-->': `<script type="application/json" id="portal-boot">${toInlineJson(boot)}</script>`,
    '<!--portal:entry-->': `<script type="module" nonce="${nonce}" src="${escapeHtml(build.shell.entry)}"></script>`,
  };
  return options.template.replace(
    /\{\{(?:nonce|lang|theme|title)\}\}|<!--portal:(?:preload|importmap|boot|entry)-->/g,
    (place) => places[place] ?? place,
  );
}

function importMap(build: PortalBuild, nonce: string): string {
  return `<script type="importmap" nonce="${nonce}">${toInlineJson(build.importMap)}</script>`;
}

function toPreload(address: string): string {
  return `<link rel="modulepreload" href="${escapeHtml(address)}">`;
}

/** JSON that no parser of HTML takes for markup. */
function toInlineJson(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}
