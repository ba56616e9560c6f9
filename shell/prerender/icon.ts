import type {IconNode} from '@openchoreo/portal-contract';
import type {IconOptions} from '@openchoreo/portal-lit';
import {unsafeSVG} from 'lit/directives/unsafe-svg.js';
import {svg, type TemplateResult} from 'lit';

/** As the Lit adapter's `icon`, in markup: its place when pages are drawn on the server. */
export function icon(nodes: readonly IconNode[], {size = 16, label}: IconOptions = {}): TemplateResult {
  return svg`<svg class="icon" width=${size} height=${size} viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden=${label === undefined ? 'true' : 'false'}>${unsafeSVG(nodes.map(toMarkup).join(''))}</svg>`;
}

function toMarkup([tag, attributes]: IconNode): string {
  const written = Object.entries(attributes).map(
    ([name, value]) => ` ${name}="${String(value).replaceAll('"', '&quot;')}"`,
  );
  return `<${tag}${written.join('')}></${tag}>`;
}
