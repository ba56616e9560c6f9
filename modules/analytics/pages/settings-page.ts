import {StoreController, uiStyles} from '@openchoreo/portal-lit';
import {css, html, type TemplateResult} from 'lit';
import {AnalyticsElement} from '../components/analytics-element.ts';
import config from '../module.config.ts';

type Setting = (typeof config.settings)[number];

/** The module's settings, each kept when it is chosen. The portal's own settings page has the same. */
export class SettingsPage extends AnalyticsElement {
  static override styles = [
    ...uiStyles,
    css`
      form {
        display: flex;
        flex-direction: column;
        gap: 24px;
        max-width: 480px;
        padding: 24px;
      }
    `,
  ];

  readonly #range = new StoreController(this, () => this.host.settings.watch('range'));
  readonly #refresh = new StoreController(this, () => this.host.settings.watch('refresh'));

  protected override render(): TemplateResult {
    return html`
      <div class="page">
        <header class="page-header">
          <div>
            <h1 tabindex="-1">${this.text('nav.settings')}</h1>
            <p>${this.text('settings.text')}</p>
          </div>
        </header>
        <form class="card" @submit=${(event: SubmitEvent) => event.preventDefault()}>
          ${config.settings.map((setting) =>
            this.#renderSetting(setting, setting.key === 'range' ? this.#range.value : this.#refresh.value),
          )}
        </form>
      </div>
    `;
  }

  #renderSetting({key, options}: Setting, value: string): TemplateResult {
    return html`
      <div class="field">
        <label for=${key}>${this.text(`setting.${key}`)}</label>
        <select
          id=${key}
          aria-describedby="${key}-hint"
          @change=${({target}: Event) => void this.#save(key, (target as HTMLSelectElement).value)}
        >
          ${options.map(
            (option) => html`
              <option value=${option.value} ?selected=${option.value === value}>
                ${this.text(option.label.replaceAll('%', ''))}
              </option>
            `,
          )}
        </select>
        <span class="hint" id="${key}-hint">${this.text(`setting.${key}.text`)}</span>
      </div>
    `;
  }

  async #save(key: Setting['key'], value: string): Promise<void> {
    try {
      await this.host.settings.set(key, value as never);
      this.host.notifications.show({kind: 'success', text: this.text('settings.saved')});
    } catch (error) {
      this.host.notifications.error(error);
      this.requestUpdate();
    }
  }
}
