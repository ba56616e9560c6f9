import {listQuery, type Project, toDescription, toDisplayName} from '@openchoreo/portal-contract';
import {
  emptyState,
  errorState,
  icon,
  LocationController,
  narrowTableStyles,
  PortalGated,
  PortalTime,
  QueryController,
  skeleton,
  uiStyles,
} from '@openchoreo/portal-lit';
import {html, nothing, type TemplateResult} from 'lit';
import Folder from 'lucide/dist/esm/icons/folder.mjs';
import Plus from 'lucide/dist/esm/icons/plus.mjs';
import SearchX from 'lucide/dist/esm/icons/search-x.mjs';
import {ComponentsStatus} from '../components/components-status.ts';
import {NamespacePage} from '../components/namespace-page.ts';
import {groupByProject} from '../utils/group-by-project.ts';
import {toResourceStatus} from '../utils/resource-status.ts';

const PATH = '/catalog/projects';

/** The projects of the namespace, with the number of their components. */
export class ProjectListPage extends NamespacePage {
  static override dependencies = {
    'portal-gated': PortalGated,
    'portal-time': PortalTime,
    'components-status': ComponentsStatus,
  };
  static override styles = [...uiStyles, narrowTableStyles];

  readonly #location = new LocationController(this);
  readonly #projects = new QueryController(this, () => {
    const {namespace} = this.selection;
    return namespace ? listQuery(this.host.api, 'projects', {namespace}) : undefined;
  });
  readonly #components = new QueryController(this, () => {
    const {namespace} = this.selection;
    return namespace ? listQuery(this.host.api, 'components', {namespace}) : undefined;
  });

  protected override renderPage(): TemplateResult {
    return html`
      <header class="page-header">
        <h1 tabindex="-1">${this.text('nav.projects')}</h1>
        <div class="actions">${this.#renderCreate()}</div>
      </header>
      ${this.#renderBody()}
    `;
  }

  #renderBody(): TemplateResult {
    const {data, status, error} = this.#projects;
    if (data === undefined && status === 'error') {
      return errorState({
        error,
        messages: this.host.messages,
        text: this.text('projects.error'),
        retry: () => void this.#projects.refetch(),
        retryLabel: this.text('retry'),
      });
    }
    if (data === undefined) return html`<div aria-busy="true">${skeleton({rows: 6, columns: 4})}</div>`;
    if (data.length === 0) {
      return emptyState({
        icon: Folder,
        title: this.text('projects.none.title'),
        text: this.text('projects.none.text'),
        action: this.#renderCreate(),
      });
    }
    const q = this.#location.query.get('q') ?? '';
    const found = data.filter((project) => toSearchText(project).includes(q.toLocaleLowerCase()));
    return html`
      <div class="toolbar" role="search">
        <input
          type="search"
          aria-label=${this.text('projects.search')}
          placeholder=${this.text('projects.search')}
          .value=${q}
          @input=${({target}: InputEvent) => this.#search((target as HTMLInputElement).value)}
        />
        <span class="spacer"></span>
        <span class="muted" role="status">${this.text('projects.count', {count: found.length})}</span>
      </div>
      ${
        found.length === 0
          ? emptyState({
              icon: SearchX,
              title: this.text('list.no-match.title'),
              action: html`<a class="button" href=${this.host.navigation.href(PATH)}>${this.text('list.clear')}</a>`,
            })
          : this.#renderTable(found)
      }
    `;
  }

  #renderTable(projects: readonly Project[]): TemplateResult {
    const groups = this.#components.data && groupByProject(this.#components.data);
    const columns = ['name', 'components', 'pipeline', 'status', 'created'];
    return html`
      <div class="table-frame">
        <table class="table">
          <caption class="visually-hidden">
            ${this.text('nav.projects')}
          </caption>
          <thead>
            <tr>
              ${columns.map((column) => html`<th scope="col">${this.text(`column.${column}`)}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${projects.map((project) => this.#renderRow(project, groups && (groups.get(project.metadata.name)?.length ?? 0)))}
          </tbody>
        </table>
      </div>
    `;
  }

  #renderRow(project: Project, count: number | undefined): TemplateResult {
    const {metadata, spec} = project;
    const displayName = toDisplayName(project);
    return html`
      <tr>
        <th scope="row">
          <a href=${this.host.navigation.href(`${PATH}/${metadata.name}`)}>${displayName}</a>
          ${displayName === metadata.name ? nothing : html`<span class="second mono">${metadata.name}</span>`}
        </th>
        <td>${count === undefined ? '…' : this.text('project.component-count', {count})}</td>
        <td>${spec?.deploymentPipelineRef?.name}</td>
        <td><components-status .status=${toResourceStatus(project)}></components-status></td>
        <td class="muted"><portal-time datetime=${metadata.creationTimestamp ?? ''}></portal-time></td>
      </tr>
    `;
  }

  #renderCreate(): TemplateResult {
    return html`
      <portal-gated permission="project:create">
        <a class="button primary" href=${this.host.navigation.href('/catalog/create-project')}
          >${icon(Plus)}${this.text('project.create.action')}</a
        >
      </portal-gated>
    `;
  }

  #search(q: string): void {
    const query = q ? `?${new URLSearchParams({q})}` : '';
    this.host.navigation.go(PATH + query, {replace: true});
  }
}

function toSearchText(project: Project): string {
  return [project.metadata.name, toDisplayName(project), toDescription(project)].join(' ').toLocaleLowerCase();
}
