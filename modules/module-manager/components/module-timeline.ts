import type {ModuleStatus, ModuleTransition} from '@openchoreo/portal-contract';
import {baseStyles, ModuleElement} from '@openchoreo/portal-lit';
import {css, html, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';

const TONES: Readonly<Partial<Record<ModuleStatus, string>>> = {
  active: 'success',
  failed: 'danger',
  quarantined: 'danger',
};

/** What became of a module, the newest step first, with the time of each. */
export class ModuleTimeline extends ModuleElement {
  static override styles = [
    baseStyles,
    css`
      ol {
        max-height: 320px;
        margin: 0;
        padding: 0;
        overflow: auto;
        list-style: none;
      }
      li {
        position: relative;
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0 12px;
        padding: 0 0 12px 20px;
      }
      li::before {
        position: absolute;
        top: 6px;
        left: 0;
        width: 8px;
        height: 8px;
        border-radius: 50%;
        background: var(--portal-color-text-muted);
        content: '';
        forced-color-adjust: none;
      }
      li::after {
        position: absolute;
        top: 18px;
        bottom: -2px;
        left: 3.5px;
        width: 1px;
        background: var(--portal-color-border);
        content: '';
      }
      li:last-child {
        padding-bottom: 0;
      }
      li:last-child::after {
        display: none;
      }
      .success::before {
        background: var(--portal-color-success);
      }
      .danger::before {
        background: var(--portal-color-danger);
      }
      .detail,
      time {
        color: var(--portal-color-text-muted);
        font-size: var(--portal-text-small);
      }
      .detail {
        overflow-wrap: anywhere;
      }
      time {
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  @property({attribute: false}) steps: readonly ModuleTransition[] = [];

  protected override render(): TemplateResult {
    return html`<ol tabindex="0" aria-label=${this.text('detail.timeline')}>
      ${this.steps.toReversed().map((step) => this.#renderStep(step))}
    </ol>`;
  }

  #renderStep({status, at, detail, count}: ModuleTransition): TemplateResult {
    const note = count === undefined ? detail : this.text('step.count', {count});
    const time = new Date(at);
    const isToday = time.toDateString() === new Date().toDateString();
    const format: Intl.DateTimeFormatOptions = {timeStyle: 'medium', ...(isToday ? {} : {dateStyle: 'medium'})};
    return html`<li class=${TONES[status] ?? ''}>
      <span>${this.text(`step.${status}`)} ${note ? html`<span class="detail">${note}</span>` : nothing}</span>
      <time datetime=${time.toISOString()}>${this.host.messages.date(time, format)}</time>
    </li>`;
  }
}
