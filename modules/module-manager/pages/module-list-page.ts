import type {ModuleState, RegistryEntry} from '@openchoreo/portal-contract';
import {
  emptyState,
  errorState,
  ModuleElement,
  ModuleStoreController,
  narrowTableStyles,
  PortalTime,
  skeleton,
  uiStyles,
} from '@openchoreo/portal-lit';
import {html, nothing, type TemplateResult} from 'lit';
import {state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import SearchX from 'lucide/dist/esm/icons/search-x.mjs';
import {ModuleBadge} from '../components/module-badge.ts';
import {ModuleSwitch} from '../components/module-switch.ts';
import {moduleTableStyles} from '../components/module-table-styles.ts';
import {ModuleToggle} from '../hooks/module-toggle.ts';
import {RegistryController} from '../hooks/registry-controller.ts';
import type config from '../module.config.ts';
import type {} from '../stores/list-store.ts';
import {toContributedGroups} from '../utils/contribution-list.ts';
import {toModuleCondition} from '../utils/module-condition.ts';

const COLUMNS = ['name', 'state', 'perspective', 'contributes', 'changed', 'enabled'];

/** Every module of the portal: what it is, how it is, and the switch. Those in trouble stand first. */
export class ModuleListPage extends ModuleElement<typeof config> {
  static override dependencies = {
    'module-manager-switch': ModuleSwitch,
    'module-manager-badge': ModuleBadge,
    'portal-time': PortalTime,
  };
  static override styles = [...uiStyles, narrowTableStyles, moduleTableStyles];

  @state() private q = '';

  readonly #list = new ModuleStoreController(this, 'module-manager');
  readonly #registry = new RegistryController(this, () => this.host);
  readonly #toggle = new ModuleToggle(this, {host: () => this.host, refresh: () => this.#registry.refresh()});

  protected override render(): TemplateResult {
    return html`
      <div class="page">
        <header class="page-header">
          <div>
            <h1 tabindex="-1">${this.text('nav.modules')}</h1>
            <p>${this.text('list.intro')}</p>
          </div>
        </header>
        ${this.#renderBody()}
      </div>
    `;
  }

  #renderBody(): TemplateResult {
    const {entries, error} = this.#registry;
    if (error !== undefined) {
      return errorState({
        error,
        messages: this.host.messages,
        text: this.text('list.error'),
        retry: () => void this.#registry.refresh(),
        retryLabel: this.text('retry'),
      });
    }
    if (!entries) return html`<div aria-busy="true">${skeleton({rows: 5, columns: 4})}</div>`;
    const q = this.q.toLocaleLowerCase();
    const {onlyTrouble = false} = this.#list.value;
    const found = entries.filter(
      (entry) =>
        `${entry.id} ${entry.name}`.toLocaleLowerCase().includes(q) && !(onlyTrouble && this.#rank(entry) === 2),
    );
    return html`
      <div class="toolbar" role="search">
        <input
          type="search"
          aria-label=${this.text('list.search')}
          placeholder=${this.text('list.search')}
          .value=${this.q}
          @input=${({target}: InputEvent) => (this.q = (target as HTMLInputElement).value)}
        />
        <label class="check">
          <input
            type="checkbox"
            .checked=${onlyTrouble}
            @change=${({target}: Event) => this.#showOnlyTrouble((target as HTMLInputElement).checked)}
          />
          ${this.text('list.only-trouble')}
        </label>
        <span class="spacer"></span>
        <span class="muted" role="status">${this.text('list.count', {count: found.length})}</span>
      </div>
      ${
        found.length === 0
          ? emptyState({icon: SearchX, title: this.text(onlyTrouble && q === '' ? 'list.no-trouble' : 'list.no-match')})
          : this.#renderTable(found.toSorted((a, b) => this.#rank(a) - this.#rank(b) || a.name.localeCompare(b.name)))
      }
    `;
  }

  #renderTable(entries: readonly RegistryEntry[]): TemplateResult {
    return html`
      <div class="table-frame">
        <table class="table">
          <caption class="visually-hidden">
            ${this.text('nav.modules')}
          </caption>
          <thead>
            <tr>
              ${COLUMNS.map((column) => html`<th scope="col">${this.text(`column.${column}`)}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${repeat(
              entries,
              ({id, version}) => `${id}@${version}`,
              (entry) => this.#renderRow(entry, this.#registry.state(entry.id)),
            )}
          </tbody>
        </table>
      </div>
    `;
  }

  #renderRow(entry: RegistryEntry, live: ModuleState | undefined): TemplateResult {
    const {id, name, version, manifest, changedAt, changedBy} = entry;
    return html`
      <tr>
        <th scope="row">
          <a href=${this.host.navigation.href(`/modules/${encodeURIComponent(id)}`)}>${name}</a>
          <span class="second"><span class="mono">${id}</span> ${version}</span>
        </th>
        <td><module-manager-badge .condition=${toModuleCondition(entry, live)}></module-manager-badge></td>
        <td>${this.text(`perspective.${manifest?.perspective ?? 'both'}`)}</td>
        <td class="wrap muted">
          ${
            manifest
              ? toContributedGroups(manifest)
                  .map(({kind, items}) => this.text(`count.${kind}`, {count: items.length}))
                  .join(', ')
              : nothing
          }
        </td>
        <td class="muted">
          ${changedAt ? html`<portal-time datetime=${changedAt}></portal-time>${changedBy ? ` · ${changedBy}` : ''}` : '–'}
        </td>
        <td>
          <module-manager-switch
            .name=${name}
            .enabled=${this.#toggle.isEnabled(entry)}
            .disabled=${entry.status === 'refused' || this.#toggle.isPending(entry)}
            @toggle=${({detail}: CustomEvent<boolean>) => void this.#toggle.run(entry, detail)}
          ></module-manager-switch>
        </td>
      </tr>
    `;
  }

  /** Kept for the person: their other tabs follow. */
  #showOnlyTrouble(onlyTrouble: boolean): void {
    this.host.stores.set('module-manager', {onlyTrouble});
  }

  #rank(entry: RegistryEntry): number {
    const {tone} = toModuleCondition(entry, this.#registry.state(entry.id));
    return tone === 'danger' ? 0 : tone === 'warning' ? 1 : 2;
  }
}
