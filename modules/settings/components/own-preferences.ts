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
      .switch {
        display: flex;
        grid-column: 1 / -1;
        align-items: flex-start;
        gap: 8px;
      }
      .switch input {
        flex: none;
        margin-top: 3px;
      }
      .switch label {
        font-weight: 500;
      }
    `,
  ];

  protected override render(): TemplateResult {
    const {locales} = this.host.preferences;
    const {theme, locale, perspective, singleKeys} = this.host.preferences.get();
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
          <div class="switch">
            <input
              id="single-keys"
              type="checkbox"
              .checked=${singleKeys !== 'off'}
              aria-describedby="single-keys-hint"
              @change=${({target}: Event) =>
                void this.#keep({singleKeys: (target as HTMLInputElement).checked ? 'on' : 'off'})}
            />
            <div>
              <label for="single-keys">${this.text('own.single-keys')}</label>
              <p class="hint" id="single-keys-hint">${this.text('own.single-keys.hint')}</p>
            </div>
          </div>
        </div>
      </section>
    `;
  }

  #renderChoice(key: Choice, value: string, choices: readonly Pair[]): TemplateResult {
    return html`
      <div class="field">
        <label for=${key}>${this.text(`own.${key}`)}</label>
        <select
          id=${key}
          @change=${(event: Event) => void this.#choose(key, (event.target as HTMLSelectElement).value)}
        >
          ${choices.map(
            ([choice, label]) => html`<option value=${choice} ?selected=${choice === value}>${label}</option>`,
          )}
        </select>
      </div>
    `;
  }

  async #choose(key: Choice, value: string): Promise<void> {
    if (key === 'theme') await this.#keep({theme: THEMES.find((one) => one === value) ?? 'system'});
    else if (key === 'locale') await this.#keep({locale: value});
    else if (isPerspective(value)) await this.#keep({perspective: value});
  }

  async #keep(change: Partial<OwnPreference>): Promise<void> {
    try {
      await this.host.preferences.set(change);
    } catch (error) {
      this.host.notifications.error(error);
    }
    this.requestUpdate();
  }
}

/** What is chosen from a list. */
type Choice = 'theme' | 'locale' | 'perspective';
type Pair = readonly [value: string, label: string];

function toPairs<T extends string>(values: readonly T[], toLabel: (value: T) => string): readonly Pair[] {
  return values.map((value) => [value, toLabel(value)]);
}
