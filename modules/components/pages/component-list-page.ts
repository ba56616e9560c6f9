import {type Component, listQuery, toDisplayName} from '@openchoreo/portal-contract';
import {
  emptyState,
  errorState,
  LocationController,
  PortalCommandButton,
  QueryController,
  skeleton,
  StoreController,
} from '@openchoreo/portal-lit';
import {html, nothing, type TemplateResult} from 'lit';
import Box from 'lucide/dist/esm/icons/box.mjs';
import SearchX from 'lucide/dist/esm/icons/search-x.mjs';
import {ComponentsPager} from '../components/components-pager.ts';
import {ComponentsTable} from '../components/components-table.ts';
import {NamespacePage} from '../components/namespace-page.ts';
import {countByStatus} from '../utils/count-by-status.ts';
import {applyListView, type ListView, parseListView, type SortColumn, toListQuery} from '../utils/list-view.ts';

const PATH = '/catalog/components';

/** The components of the selection: search, filters, sort and page stand in the address. */
export class ComponentListPage extends NamespacePage {
  static override dependencies = {
    'portal-command-button': PortalCommandButton,
    'components-table': ComponentsTable,
    'components-pager': ComponentsPager,
  };

  readonly #location = new LocationController(this);
  readonly #pageSize = new StoreController(this, () => this.host.settings.watch('page-size'));
  readonly #components = new QueryController(this, () =>
    this.selection.namespace ? listQuery(this.host.api, 'components', this.selection) : undefined,
  );
  readonly #projects = new QueryController(this, () =>
    this.selection.namespace ? listQuery(this.host.api, 'projects', this.selection) : undefined,
  );

  protected override renderPage(): TemplateResult {
    const components = this.#components.data;
    return html`
      <header class="page-header">
        <h1 tabindex="-1">${this.text('nav.components')}</h1>
        <div class="actions">${this.#renderCreate()}</div>
      </header>
      ${components === undefined ? this.#renderWaiting() : this.#renderList(components)}
    `;
  }

  #renderWaiting(): TemplateResult {
    if (this.#components.status === 'error') {
      return errorState({
        error: this.#components.error,
        messages: this.host.messages,
        text: this.text('list.error'),
        retry: () => void this.#components.refetch(),
        retryLabel: this.text('retry'),
      });
    }
    return html`<div aria-busy="true">${skeleton({rows: 8, columns: 4})}</div>`;
  }

  #renderList(components: readonly Component[]): TemplateResult {
    if (components.length === 0) {
      return emptyState({
        icon: Box,
        title: this.text('list.none.title'),
        text: this.text('list.none.text'),
        action: this.#renderCreate(),
      });
    }
    const view = parseListView(this.#location.query);
    const page = applyListView(components, view, this.#pageSize.value);
    return html`
      ${this.#renderToolbar(components, view, page.total)}
      ${
        page.total === 0
          ? emptyState({
              icon: SearchX,
              title: this.text('list.no-match.title'),
              text: this.text('list.no-match.text'),
              action: html`<a class="button" href=${this.host.navigation.href(PATH)}>${this.text('list.clear')}</a>`,
            })
          : html`
              <components-table
                .rows=${page.rows}
                .view=${view}
                .projects=${this.#toProjectNames()}
                @sort=${({detail}: CustomEvent<SortColumn>) => this.#sort(view, detail)}
              ></components-table>
              <components-pager
                page=${page.page}
                pages=${page.pages}
                .toHref=${(next: number) => this.host.navigation.href(PATH + toListQuery({...view, page: next}))}
              ></components-pager>
            `
      }
    `;
  }

  #renderToolbar(components: readonly Component[], view: ListView, total: number): TemplateResult {
    const types = [...new Set(components.map(({spec}) => spec?.componentType.name ?? ''))].filter(Boolean).sort();
    const {project} = this.selection;
    return html`
      <div class="toolbar" role="search">
        <input
          type="search"
          aria-label=${this.text('list.search')}
          placeholder=${this.text('list.search')}
          .value=${view.q}
          @input=${({target}: InputEvent) => this.#show({...view, q: (target as HTMLInputElement).value})}
        />
        <select
          aria-label=${this.text('column.type')}
          @change=${({target}: Event) => this.#show({...view, type: (target as HTMLSelectElement).value})}
        >
          <option value="" ?selected=${!view.type}>${this.text('list.all-types')}</option>
          ${types.map(
            (type) => html`<option value=${type} ?selected=${type === view.type}>${type.split('/').at(-1)}</option>`,
          )}
        </select>
        <select
          aria-label=${this.text('column.status')}
          @change=${({target}: Event) => this.#show({...view, status: (target as HTMLSelectElement).value})}
        >
          <option value="" ?selected=${!view.status}>${this.text('list.all-states')}</option>
          ${countByStatus(components).map(({key}) => {
            const status = key.replace('status.', '');
            return html`<option value=${status} ?selected=${status === view.status}>${this.text(key)}</option>`;
          })}
        </select>
        ${
          project
            ? html`<a class="button ghost" href=${this.host.navigation.href(PATH + toListQuery(view), {project: null})}
                >${this.text('list.leave-project', {project: this.#toProjectNames().get(project) ?? project})}</a
              >`
            : nothing
        }
        <span class="spacer"></span>
        <span class="muted" role="status">${this.text('list.count', {count: total})}</span>
      </div>
    `;
  }

  #renderCreate(): TemplateResult {
    return html`
      <portal-command-button command="components.create-component" variant="primary"></portal-command-button>
    `;
  }

  #toProjectNames(): ReadonlyMap<string, string> {
    return new Map(this.#projects.data?.map((project) => [project.metadata.name, toDisplayName(project)]));
  }

  #sort(view: ListView, sort: SortColumn): void {
    this.#show({...view, sort, descending: view.sort === sort && !view.descending});
  }

  /** Whatever changes what is found starts at the first page; the address is replaced, so «back» leaves the list. */
  #show(view: ListView): void {
    this.host.navigation.go(PATH + toListQuery({...view, page: 1}), {replace: true});
  }
}
