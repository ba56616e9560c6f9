import {findSettingFault, type Setting} from '@openchoreo/portal-contract';
import {badgeStyles, baseStyles, buttonStyles, formStyles, ModuleElement} from '@openchoreo/portal-lit';
import {html, nothing, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {settingStyles} from './setting-styles.ts';

/** What a field asks its page to keep; without `value`, to go back to the default. */
export interface SettingChange {
  readonly key: string;
  readonly value?: unknown;
}

/** One setting: its control, what is wrong with what was typed, and the way back to the default. Fires `change-setting`. */
export class SettingField extends ModuleElement {
  static override styles = [baseStyles, formStyles, buttonStyles, badgeStyles, settingStyles];

  @property({attribute: false}) setting: Setting = {key: 'none', type: 'string', label: ''};
  /** What holds now: what was set, else the default. */
  @property({attribute: false}) value: unknown;
  @property({type: Boolean}) isSet = false;
  @property({type: Boolean}) readonly = false;
  /** Why the server did not keep it. */
  @property() refusal = '';
  @state() private fault = '';

  protected override render(): TemplateResult {
    const {label, description, level, type} = this.setting;
    const fault = this.fault || this.refusal;
    return html`
      <div class="row">
        <div>
          ${
            type === 'multiselect'
              ? html`<span id="label">${label}</span>`
              : html`<label id="label" for="control">${label}</label>`
          }
          ${level === 'portal' ? html`<span class="badge">${this.text('level.portal')}</span>` : nothing}
          ${description ? html`<p class="hint" id="hint">${description}</p>` : nothing}
        </div>
        <div class="field">
          ${this.#renderControl()}
          <div class="below">
            ${fault ? html`<span class="fault" id="fault" role="alert">${fault}</span>` : nothing}
            ${
              this.isSet && !this.readonly
                ? html`<button
                    class="button ghost small"
                    aria-label=${this.text('reset.label', {label})}
                    @click=${() => this.#tell({key: this.setting.key})}
                  >
                    ${this.text('reset')}
                  </button>`
                : nothing
            }
          </div>
        </div>
      </div>
    `;
  }

  #renderControl(): TemplateResult {
    const {type, options = [], minimum, maximum} = this.setting;
    const {value, readonly} = this;
    const [invalid, described] = [this.#isInvalid ? 'true' : 'false', this.#describedBy];
    switch (type) {
      case 'boolean':
        return html`<span class="choice"
          ><input
            id="control"
            type="checkbox"
            .checked=${value === true}
            ?disabled=${readonly}
            aria-describedby=${described}
            @change=${(event: Event) => this.#take(toInput(event).checked)}
          /><span aria-hidden="true">${this.text(value === true ? 'on' : 'off')}</span></span
        >`;
      case 'select':
        return html`<select
          id="control"
          ?disabled=${readonly}
          aria-invalid=${invalid}
          aria-describedby=${described}
          @change=${(event: Event) => this.#take((event.target as HTMLSelectElement).value)}
        >
          ${value === undefined ? html`<option value="" selected></option>` : nothing}
          ${options.map(
            (one) => html`<option value=${one.value} ?selected=${one.value === value}>${one.label}</option>`,
          )}
        </select>`;
      case 'multiselect':
        return this.#renderOptions(Array.isArray(value) ? value : []);
      case 'json':
        return html`<textarea
          id="control"
          spellcheck="false"
          ?disabled=${readonly}
          aria-invalid=${invalid}
          aria-describedby=${described}
          .value=${value === undefined ? '' : JSON.stringify(value, null, 2)}
          @change=${(event: Event) => this.#takeJson((event.target as HTMLTextAreaElement).value)}
        ></textarea>`;
      case 'number':
        return html`<input
          id="control"
          type="number"
          min=${minimum ?? nothing}
          max=${maximum ?? nothing}
          step="any"
          ?disabled=${readonly}
          aria-invalid=${invalid}
          aria-describedby=${described}
          .value=${typeof value === 'number' ? String(value) : ''}
          @change=${(event: Event) => this.#take(toInput(event).valueAsNumber)}
        />`;
      case 'string':
        return html`<input
          id="control"
          type="text"
          ?disabled=${readonly}
          aria-invalid=${invalid}
          aria-describedby=${described}
          .value=${typeof value === 'string' ? value : ''}
          @change=${(event: Event) => this.#take(toInput(event).value)}
        />`;
    }
  }

  #renderOptions(chosen: readonly unknown[]): TemplateResult {
    const {options = []} = this.setting;
    const values = options.map(({value}) => value);
    return html`<div role="group" aria-labelledby="label" aria-describedby=${this.#describedBy}>
      ${options.map(
        ({value, label}) =>
          html`<label class="choice"
            ><input
              type="checkbox"
              .checked=${chosen.includes(value)}
              ?disabled=${this.readonly}
              @change=${(event: Event) =>
                this.#take(values.filter((one) => (one === value ? toInput(event).checked : chosen.includes(one))))}
            />${label}</label
          >`,
      )}
    </div>`;
  }

  get #isInvalid(): boolean {
    return Boolean(this.fault || this.refusal);
  }

  get #describedBy(): string | typeof nothing {
    const ids = [this.setting.description && 'hint', this.#isInvalid && 'fault'].filter(Boolean);
    return ids.join(' ') || nothing;
  }

  #takeJson(text: string): void {
    try {
      this.#take(JSON.parse(text));
    } catch {
      this.fault = this.text('fault.json');
    }
  }

  #take(value: unknown): void {
    const {key, type, minimum, maximum} = this.setting;
    const isWrong = findSettingFault(this.setting, value) !== undefined;
    const limits = [
      minimum !== undefined && this.text('fault.at-least', {minimum}),
      maximum !== undefined && this.text('fault.at-most', {maximum}),
    ];
    this.fault = isWrong ? [this.text(`fault.${type}`), ...limits].filter(Boolean).join(' ') : '';
    if (!isWrong) this.#tell({key, value});
  }

  #tell(detail: SettingChange): void {
    this.fault = '';
    this.dispatchEvent(new CustomEvent<SettingChange>('change-setting', {detail}));
  }
}

function toInput(event: Event): HTMLInputElement {
  return event.target as HTMLInputElement;
}
