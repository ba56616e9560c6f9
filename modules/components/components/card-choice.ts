import {baseStyles, formStyles, ModuleElement} from '@openchoreo/portal-lit';
import {css, html, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';

export interface Card {
  readonly key: string;
  readonly label: string;
  readonly description: string;
}

/**
 * A few things to choose one from, with what each is for.
 *
 * @fires change - `CustomEvent<string>`: the key of the chosen one.
 */
export class CardChoice extends ModuleElement {
  static override styles = [
    baseStyles,
    formStyles,
    css`
      .choices {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(220px, 100%), 1fr));
        gap: 8px;
        margin-top: 8px;
      }
      label {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 2px 8px;
        align-items: center;
        align-content: start;
        padding: 12px;
        border: 1px solid var(--portal-color-border-strong);
        border-radius: var(--portal-radius);
        background: var(--portal-color-surface);
        cursor: pointer;
      }
      label:hover {
        background: var(--portal-color-hover);
      }
      label:has(:checked) {
        border-color: var(--portal-color-accent);
        background: var(--portal-color-accent-soft);
      }
      label > .hint {
        grid-column: 2;
        font-weight: 400;
      }
    `,
  ];

  @property({attribute: false}) cards: readonly Card[] = [];
  @property() label = '';
  @property() value = '';
  @property() fault = '';

  protected override render(): TemplateResult {
    return html`
      <fieldset role="radiogroup" aria-describedby=${this.fault ? 'fault' : nothing} aria-required="true">
        <legend>${this.label}</legend>
        <div class="choices">${this.cards.map((card) => this.#renderCard(card))}</div>
        ${this.fault ? html`<p class="fault" id="fault">${this.fault}</p>` : nothing}
      </fieldset>
    `;
  }

  #renderCard({key, label, description}: Card): TemplateResult {
    return html`
      <label>
        <input
          type="radio"
          name="card"
          value=${key}
          .checked=${key === this.value}
          @change=${() => this.dispatchEvent(new CustomEvent<string>('change', {detail: key}))}
        />
        <span>${label}</span>
        <span class="hint">${description}</span>
      </label>
    `;
  }
}
