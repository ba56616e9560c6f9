import type {ExplainedOutcome, Explanation} from '@openchoreo/portal-contract';
import {badgeStyles, baseStyles, icon, ModuleElement} from '@openchoreo/portal-lit';
import {css, html, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import ChevronRight from 'lucide/dist/esm/icons/chevron-right.mjs';
import {CheckList} from './check-list.ts';

const TONES: Readonly<Record<ExplainedOutcome, string>> = {
  shown: 'success',
  hidden: 'info',
  blocked: 'warning',
  broken: 'danger',
};

/** What a module adds, each part with whether it is shown; opened, with every reason. */
export class ExplainedParts extends ModuleElement {
  static override dependencies = {'module-manager-checks': CheckList};
  static override styles = [
    baseStyles,
    badgeStyles,
    css`
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li + li {
        border-top: 1px solid var(--portal-color-border);
      }
      summary {
        display: grid;
        grid-template-columns: 16px minmax(0, 1fr) auto;
        gap: 0 8px;
        align-items: center;
        padding: 8px 16px;
        cursor: pointer;
        list-style: none;
      }
      summary::-webkit-details-marker {
        display: none;
      }
      summary:hover {
        background: var(--portal-color-hover);
      }
      summary .icon {
        color: var(--portal-color-text-muted);
      }
      details[open] summary .icon {
        transform: rotate(90deg);
      }
      .name {
        overflow-wrap: anywhere;
      }
      .key {
        display: block;
        color: var(--portal-color-text-muted);
        font-size: var(--portal-text-small);
      }
      module-manager-checks {
        display: block;
        padding: 0 16px 8px 40px;
      }
      @media (prefers-reduced-motion: no-preference) {
        summary .icon {
          transition: transform 0.12s;
        }
      }
    `,
  ];

  @property({attribute: false}) parts: readonly Explanation[] = [];

  protected override render(): TemplateResult {
    return html`<ul>
      ${repeat(
        this.parts,
        ({key, kind}) => `${kind} ${key}`,
        (part) => this.#renderPart(part),
      )}
    </ul>`;
  }

  #renderPart({kind, key, name, point, outcome, checks}: Explanation): TemplateResult {
    return html`<li>
      <details>
        <summary>
          ${icon(ChevronRight)}
          <span class="name">${name}<span class="key">${kind === 'contribution' ? point : key}</span></span>
          <span class="badge ${TONES[outcome]}"><span class="dot"></span>${this.text(`outcome.${outcome}`)}</span>
        </summary>
        <module-manager-checks .checks=${checks}></module-manager-checks>
      </details>
    </li>`;
  }
}
