import {isPerspective, PERSPECTIVES, type OwnPreference, type Theme} from '@openchoreo/portal-contract';
import {baseStyles, cardStyles, formStyles, ModuleElement} from '@openchoreo/portal-lit';
import {css, html, type TemplateResult} from 'lit';

const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

/** What a person chooses for the whole portal. */
export class OwnPreferencesCard extends ModuleElement {
  static override styles = [
    baseStyles,
    cardStyles,
    formStyles,
    css`
      .card-body {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(200px, 1fr));
        gap: 16px;
      }
    `,
  ];

  protected override render(): TemplateResult {
    const {locales} = this.host.preferences;
    const {theme, locale, perspective} = this.host.preferences.get();
    const names = new Intl.DisplayNames(locale, {type: 'language'});
    return html`
      <section class="card" aria-labelledby="own">
        <header class="card-header"><h2 id="own">${this.text('own.title')}</h2></header>
        <div class="card-body">
          ${this.#renderChoice(
            'theme',
            theme,
            toPairs(THEMES, (one) => this.text(`own.theme.${one}`)),
          )}
          ${this.#renderChoice(
            'locale',
            locale,
            toPairs(locales, (one) => names.of(one) ?? one),
          )}
          ${this.#renderChoice(
            'perspective',
            perspective,
            toPairs(PERSPECTIVES, (one) => this.text(`own.perspective.${one}`)),
          )}
        </div>
      </section>
    `;
  }

  #renderChoice(key: keyof OwnPreference, value: string, choices: readonly Pair[]): TemplateResult {
    return html`
      <div class="field">
        <label for=${key}>${this.text(`own.${key}`)}</label>
        <select id=${key} @change=${(event: Event) => void this.#set(key, (event.target as HTMLSelectElement).value)}>
          ${choices.map(
            ([choice, label]) => html`<option value=${choice} ?selected=${choice === value}>${label}</option>`,
          )}
        </select>
      </div>
    `;
  }

  async #set(key: keyof OwnPreference, value: string): Promise<void> {
    const {preferences, notifications} = this.host;
    try {
      if (key === 'theme') await preferences.set({theme: THEMES.find((one) => one === value) ?? 'system'});
      else if (key === 'locale') await preferences.set({locale: value});
      else if (isPerspective(value)) await preferences.set({perspective: value});
    } catch (error) {
      notifications.error(error);
    }
    this.requestUpdate();
  }
}

type Pair = readonly [value: string, label: string];

function toPairs<T extends string>(values: readonly T[], toLabel: (value: T) => string): readonly Pair[] {
  return values.map((value) => [value, toLabel(value)]);
}
