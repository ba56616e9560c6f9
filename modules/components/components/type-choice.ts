import {baseStyles, formStyles, ModuleElement} from '@openchoreo/portal-lit';
import {css, html, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import type {ComponentTypeChoice} from '../utils/component-type-choice.ts';

/**
 * Component types to choose one from, with what each is for.
 *
 * @fires change - `CustomEvent<string>`: the key of the chosen one.
 */
export class TypeChoice extends ModuleElement {
  static override styles = [
    baseStyles,
    formStyles,
    css`
      .choices {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(220px, 1fr));
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

  @property({attribute: false}) choices: readonly ComponentTypeChoice[] = [];
  @property() value = '';
  @property() fault = '';

  protected override render(): TemplateResult {
    return html`
      <fieldset role="radiogroup" aria-describedby=${this.fault ? 'fault' : nothing} aria-required="true">
        <legend>${this.text('column.type')}</legend>
        <div class="choices">${this.choices.map((choice) => this.#renderChoice(choice))}</div>
        ${this.fault ? html`<p class="fault" id="fault">${this.fault}</p>` : nothing}
      </fieldset>
    `;
  }

  #renderChoice({key, label, description, workloadType}: ComponentTypeChoice): TemplateResult {
    return html`
      <label>
        <input
          type="radio"
          name="type"
          value=${key}
          .checked=${key === this.value}
          @change=${() => this.dispatchEvent(new CustomEvent<string>('change', {detail: key}))}
        />
        <span>${label}</span>
        <span class="hint">${description || workloadType}</span>
      </label>
    `;
  }
}
