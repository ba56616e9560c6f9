import type {ComponentRelease} from '@openchoreo/portal-contract';
import {
  badgeStyles,
  baseStyles,
  buttonStyles,
  cardStyles,
  icon,
  ModuleElement,
  stateStyles,
} from '@openchoreo/portal-lit';
import {css, html, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import X from 'lucide/dist/esm/icons/x.mjs';
import {compareValues, type ValueChange} from '../utils/compare-values.ts';

/** What a release is made of, in the order in which changes matter. */
const PARTS = ['workload', 'componentProfile', 'traits', 'componentType'] as const;

/** Characters of a value that are shown at once: types have whole templates in them. */
const SHOWN = 240;

/** What changed from one release to another, part by part, as a list of values before and after. */
export class ReleaseComparison extends ModuleElement {
  static override styles = [
    baseStyles,
    badgeStyles,
    buttonStyles,
    cardStyles,
    stateStyles,
    css`
      .card-body {
        display: grid;
        gap: 16px;
      }
      h3 {
        margin-bottom: 8px;
        font-size: var(--portal-text-body);
      }
      ul {
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: 96px minmax(0, 2fr) minmax(0, 3fr);
        gap: 4px 16px;
        align-items: baseline;
        padding: 8px 0;
        border-top: 1px solid var(--portal-color-border);
      }
      li > * {
        min-width: 0;
        overflow-wrap: anywhere;
      }
      .path {
        font-size: var(--portal-text-small);
      }
      .values {
        display: grid;
        gap: 4px;
      }
      :is(del, ins) {
        display: block;
        padding: 2px 8px;
        border-radius: var(--portal-radius-small);
        color: var(--portal-color-text);
        font: var(--portal-text-small) / 20px var(--portal-font-mono);
        text-decoration: none;
        white-space: pre-wrap;
      }
      del {
        background: var(--portal-color-danger-soft);
      }
      ins {
        background: var(--portal-color-success-soft);
      }
      del::before {
        content: '− ';
      }
      ins::before {
        content: '+ ';
      }
      summary {
        cursor: pointer;
      }
      @media (width < 768px) {
        li {
          grid-template-columns: minmax(0, 1fr);
        }
        .badge {
          justify-self: start;
        }
      }
    `,
  ];

  @property({attribute: false}) from: ComponentRelease | undefined;
  @property({attribute: false}) to: ComponentRelease | undefined;
  /** Address without the comparison. */
  @property() closing = '';

  protected override render(): TemplateResult {
    return html`
      <section class="card" aria-labelledby="title">
        <header class="card-header">
          <h2 id="title" tabindex="-1">
            ${this.text('compare.title', {before: this.from?.metadata.name, after: this.to?.metadata.name})}
          </h2>
          <a class="button ghost icon-only small" href=${this.closing} aria-label=${this.text('compare.close')}
            >${icon(X)}</a
          >
        </header>
        <div class="card-body">${this.#renderParts()}</div>
      </section>
    `;
  }

  #renderParts(): TemplateResult | readonly TemplateResult[] {
    const parts = PARTS.map((part) => ({
      part,
      changes: compareValues(this.from?.spec?.[part], this.to?.spec?.[part]),
    }));
    const changed = parts.filter(({changes}) => changes.length > 0);
    if (changed.length === 0) return html`<p class="muted">${this.text('compare.same')}</p>`;
    return changed.map(
      ({part, changes}) => html`
        <div>
          <h3>${this.text(`compare.part.${part}`)}</h3>
          <ul>
            ${changes.map((change) => this.#renderChange(change))}
          </ul>
        </div>
      `,
    );
  }

  #renderChange({path, before, after}: ValueChange): TemplateResult {
    const [key, tone] =
      before === undefined ? ['added', 'success'] : after === undefined ? ['removed', 'danger'] : ['changed', 'info'];
    return html`
      <li>
        <span class="badge ${tone}">${this.text(`compare.${key}`)}</span>
        <span class="path mono">${path}</span>
        <div class="values">
          ${before === undefined ? nothing : html`<del>${this.#renderValue(before)}</del>`}
          ${after === undefined ? nothing : html`<ins>${this.#renderValue(after)}</ins>`}
        </div>
      </li>
    `;
  }

  #renderValue(value: string): TemplateResult | string {
    if (value.length <= SHOWN) return value;
    return html`<details>
      <summary>${value.slice(0, SHOWN / 2)}…</summary>
      ${value}
    </details>`;
  }
}
