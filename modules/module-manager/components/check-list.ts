import type {ModuleCheck} from '@openchoreo/portal-contract';
import {baseStyles, icon, ModuleElement} from '@openchoreo/portal-lit';
import {css, html, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import CircleCheck from 'lucide/dist/esm/icons/circle-check.mjs';
import CircleX from 'lucide/dist/esm/icons/circle-x.mjs';

/** Why a module is or is not shown: every question the portal asks, in order; the first «no» decides. */
export class CheckList extends ModuleElement {
  static override styles = [
    baseStyles,
    css`
      ol {
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 0 8px;
        align-items: baseline;
        padding: 6px 0;
      }
      .icon {
        align-self: center;
      }
      .passed .icon {
        color: var(--portal-color-success);
      }
      .failed .icon {
        color: var(--portal-color-danger);
      }
      .detail {
        grid-column: 2;
        color: var(--portal-color-text-muted);
        font-size: var(--portal-text-small);
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({attribute: false}) checks: readonly ModuleCheck[] = [];

  protected override render(): TemplateResult {
    return html`<ol>
      ${this.checks.map(
        ({check, passed, detail, code}) => html`
          <li class=${passed ? 'passed' : 'failed'}>
            ${icon(passed ? CircleCheck : CircleX, {label: this.text(passed ? 'check.passed' : 'check.failed')})}
            <strong>${this.text(`check.${check}`)}</strong>
            <span class="detail">${detail}${code ? html` <code>${code}</code>` : nothing}</span>
          </li>
        `,
      )}
    </ol>`;
  }
}
