import type {IconNode} from '@openchoreo/portal-contract';
import {html, nothing, type TemplateResult} from 'lit';
import {icon} from './icon.ts';

/** Says why there is nothing here and what to do next. `action` is a link or button. Needs `stateStyles`. */
export function emptyState(parts: {
  readonly icon?: readonly IconNode[];
  readonly title: string;
  readonly text?: string;
  readonly action?: unknown;
}): TemplateResult {
  return html`
    <div class="state">
      ${parts.icon ? html`<span class="state-icon">${icon(parts.icon, {size: 20})}</span>` : nothing}
      <p class="state-title">${parts.title}</p>
      ${parts.text ? html`<p class="state-text">${parts.text}</p>` : nothing}
      ${parts.action ? html`<div class="state-actions">${parts.action}</div>` : nothing}
    </div>
  `;
}
