import type {Condition} from '@openchoreo/portal-contract';
import {badgeStyles, baseStyles, ModuleElement, PortalTime} from '@openchoreo/portal-lit';
import {css, html, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';

/** What the platform says about an object's state, one line a condition, with its reason and since when. */
export class ConditionList extends ModuleElement {
  static override dependencies = {'portal-time': PortalTime};
  static override styles = [
    baseStyles,
    badgeStyles,
    css`
      ul {
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        gap: 2px 12px;
        align-items: baseline;
        padding: 10px 0;
      }
      li:first-child {
        padding-top: 0;
      }
      li + li {
        border-top: 1px solid var(--portal-color-border);
      }
      .message {
        grid-column: 2 / -1;
        font-size: var(--portal-text-small);
        overflow-wrap: anywhere;
      }
      portal-time {
        font-size: var(--portal-text-small);
      }
    `,
  ];

  @property({attribute: false}) conditions: readonly Condition[] = [];

  protected override render(): TemplateResult {
    if (this.conditions.length === 0) return html`<p class="muted">${this.text('conditions.none')}</p>`;
    return html`<ul>
      ${this.conditions.map((condition) => this.#renderCondition(condition))}
    </ul>`;
  }

  #renderCondition({type, status, reason, message, lastTransitionTime}: Condition): TemplateResult {
    const tone = status === 'True' ? 'success' : status === 'False' ? 'danger' : 'neutral';
    return html`
      <li>
        <span class="badge ${tone}"><span class="dot"></span>${this.text(`condition.${status.toLowerCase()}`)}</span>
        <span><strong>${type}</strong> <span class="muted">${reason}</span></span>
        <portal-time class="muted" datetime=${lastTransitionTime}></portal-time>
        ${message ? html`<p class="message muted">${message}</p>` : nothing}
      </li>
    `;
  }
}
