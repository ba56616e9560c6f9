import type {Contribution, SettingGroup} from '@openchoreo/portal-contract';
import {
  emptyState,
  errorState,
  LocationController,
  ModuleElement,
  QueryController,
  skeleton,
  StoreController,
  uiStyles,
} from '@openchoreo/portal-lit';
import {html, nothing, type TemplateResult} from 'lit';
import {state} from 'lit/decorators.js';
import SlidersHorizontal from 'lucide/dist/esm/icons/sliders-horizontal.mjs';
import {OwnPreferencesCard} from '../components/own-preferences.ts';
import {type SettingChange, SettingField} from '../components/setting-field.ts';
import {keepSetting, settingsQuery} from '../services/settings-query.ts';
import {settingsStyles} from './settings-styles.ts';

const PATH = '/settings';

/** The portal's own preferences, and a page for each module that can be set. Each change is kept as it is made. */
export class SettingsPage extends ModuleElement {
  static override dependencies = {'settings-field': SettingField, 'settings-own-preferences': OwnPreferencesCard};
  static override styles = [...uiStyles, settingsStyles];

  readonly #location = new LocationController<'/:module'>(this);
  readonly #groups = new QueryController(this, () => settingsQuery(this.host.portal));
  readonly #own = new StoreController(this, () => this.host.contributions.at('portal.settings'));
  /** What was kept since the groups were asked for, by module. */
  @state() private kept: Readonly<Record<string, SettingGroup['values']>> = {};
  /** Why the server did not keep a setting, by module and key. */
  @state() private refusals: Readonly<Record<string, string>> = {};
  @state() private said = '';
  /** Made once for each contribution. */
  readonly #elements = new Map<string, HTMLElement>();

  protected override render(): TemplateResult {
    return html`
      <div class="page">
        <header class="page-header">
          <div>
            <h1 tabindex="-1">${this.text('nav.settings')}</h1>
            <p>${this.text('intro')}</p>
          </div>
        </header>
        <div class="columns">${this.#renderNavigation()} ${this.#renderBody()}</div>
        <p class="visually-hidden" role="status">${this.said}</p>
      </div>
    `;
  }

  protected override updated(): void {
    const group = this.#groups.data?.find(({module}) => module === this.#module);
    if (group) this.host.navigation.title(group.name);
  }

  #renderNavigation(): TemplateResult {
    const groups = this.#groups.data ?? [];
    const others = this.#own.value.filter(({module}) => groups.every((group) => group.module !== module));
    const entries = [
      {id: '', name: this.text('own.title')},
      ...groups.map(({module, name}) => ({id: module, name})),
      ...others.map(({module, data}) => ({id: module, name: data.title})),
    ];
    return html`
      <nav aria-label=${this.text('nav.label')}>
        ${entries.map(
          ({id, name}) => html`
            <a
              href=${this.host.navigation.href(id ? `${PATH}/${id}` : PATH)}
              aria-current=${id === this.#module ? 'page' : nothing}
              >${name}</a
            >
          `,
        )}
      </nav>
    `;
  }

  #renderBody(): TemplateResult {
    if (this.#module === '') return html`<settings-own-preferences></settings-own-preferences>`;
    const {data, status, error} = this.#groups;
    if (data === undefined && status === 'error') {
      return errorState({
        error,
        messages: this.host.messages,
        text: this.text('error'),
        retry: () => void this.#groups.refetch(),
        retryLabel: this.text('retry'),
      });
    }
    if (data === undefined) return html`<div aria-busy="true">${skeleton({rows: 6, columns: 2})}</div>`;
    const group = data.find(({module}) => module === this.#module);
    const own = this.#own.value.filter(({module}) => module === this.#module);
    if (!group && own.length === 0) {
      return emptyState({
        icon: SlidersHorizontal,
        title: this.text('none.title', {module: this.#module}),
        text: this.text('none.text'),
        action: html`<a class="button" href=${this.host.navigation.href(PATH)}>${this.text('own.title')}</a>`,
      });
    }
    return html`<div class="body">
      ${group ? this.#renderGroup(group) : nothing} ${own.map((one) => this.#elementOf(one))}
    </div>`;
  }

  #renderGroup({module, name, description, settings, values: asked}: SettingGroup): TemplateResult {
    const values = this.kept[module] ?? asked;
    const mayAll = this.host.permissions.has('portalmodule:update');
    return html`
      <section class="card" aria-labelledby="group">
        <header class="card-header"><h2 id="group">${name}</h2></header>
        <div class="card-body fields">
          ${description ? html`<p class="muted">${description}</p>` : nothing}
          ${settings.map((setting) => {
            const isSet = Object.hasOwn(values, setting.key);
            return html`<settings-field
              .setting=${setting}
              .value=${isSet ? values[setting.key] : setting.default}
              .isSet=${isSet}
              .readonly=${setting.level === 'portal' && !mayAll}
              .refusal=${this.refusals[`${module} ${setting.key}`] ?? ''}
              @change-setting=${({detail}: CustomEvent<SettingChange>) =>
                void this.#keep(module, detail, setting.label)}
            ></settings-field>`;
          })}
        </div>
      </section>
    `;
  }

  async #keep(module: string, change: SettingChange, label: string): Promise<void> {
    const at = `${module} ${change.key}`;
    this.said = '';
    try {
      const values = await keepSetting(this.host.portal, module, change);
      this.kept = {...this.kept, [module]: values};
      this.refusals = {...this.refusals, [at]: ''};
      this.said = this.text('saved', {label});
    } catch (error) {
      this.refusals = {...this.refusals, [at]: this.host.messages.error(error)};
    }
  }

  #elementOf(contribution: Contribution<unknown>): HTMLElement {
    const element = this.#elements.get(contribution.key) ?? this.host.contributions.createElement(contribution);
    this.#elements.set(contribution.key, element);
    return element;
  }

  get #module(): string {
    return this.#location.param('module');
  }
}
