import {
  listQuery,
  type Project,
  resourceQuery,
  type Scope,
  toDescription,
  toDisplayName,
} from '@openchoreo/portal-contract';
import {
  emptyState,
  errorState,
  factStyles,
  icon,
  LocationController,
  MutationController,
  PortalGated,
  PortalTime,
  QueryController,
  skeleton,
  uiStyles,
} from '@openchoreo/portal-lit';
import {html, nothing, type TemplateResult} from 'lit';
import Box from 'lucide/dist/esm/icons/box.mjs';
import Folder from 'lucide/dist/esm/icons/folder.mjs';
import Pencil from 'lucide/dist/esm/icons/pencil.mjs';
import Plus from 'lucide/dist/esm/icons/plus.mjs';
import Trash from 'lucide/dist/esm/icons/trash.mjs';
import {ComponentsStatus} from '../components/components-status.ts';
import {ComponentsTable} from '../components/components-table.ts';
import {ConditionList} from '../components/condition-list.ts';
import {EntityTabs} from '../components/entity-tabs.ts';
import {detailStyles} from '../components/detail-styles.ts';
import {NamespacePage} from '../components/namespace-page.ts';
import {ProjectFigures} from '../components/project-figures.ts';
import {toDeleting} from '../services/to-deleting.ts';
import {isNotFound} from '../utils/refusal.ts';
import {toResourceStatus} from '../utils/resource-status.ts';

/** One project: what is in it, how it is, the way to change and to delete it. */
export class ProjectDetailPage extends NamespacePage {
  static override dependencies = {
    'portal-gated': PortalGated,
    'portal-time': PortalTime,
    'components-status': ComponentsStatus,
    'components-table': ComponentsTable,
    'components-condition-list': ConditionList,
    'components-entity-tabs': EntityTabs,
    'components-project-figures': ProjectFigures,
  };
  static override styles = [...uiStyles, factStyles, detailStyles];

  #isGone = false;
  readonly #location = new LocationController(this);
  readonly #project = new QueryController(this, () => {
    const {namespace} = this.selection;
    return namespace && !this.#isGone ? resourceQuery(this.host.api, 'projects', {namespace}, this.#name) : undefined;
  });
  readonly #components = new QueryController(this, () => {
    const {namespace} = this.selection;
    return namespace ? listQuery(this.host.api, 'components', {namespace, project: this.#name}) : undefined;
  });
  readonly #delete = new MutationController<Project, void>(this, {
    mutate: async ({metadata: {namespace, name}}) => {
      await this.host.api.remove('projects', {namespace, name});
      // What is gone is not asked for again while the list is on its way.
      this.#isGone = true;
      this.requestUpdate();
      await this.updateComplete;
    },
    preview: ({metadata: {namespace, name}}) => [{kind: 'projects', namespace, name, change: toDeleting}],
    invalidates: ['projects', 'components', 'workloads'],
    onSuccess: (_, project) => {
      this.host.notifications.show({kind: 'success', text: this.text('delete.done', {name: toDisplayName(project)})});
      const isSelected = this.selection.project === project.metadata.name;
      this.host.navigation.go('/catalog/projects', {replace: true, ...(isSelected && {select: {project: null}})});
    },
    onError: (error) => this.host.notifications.error(error),
  });

  protected override renderPage(namespace: string): TemplateResult {
    const {data, status, error} = this.#project;
    if (status === 'error' && isNotFound(error)) {
      return emptyState({
        icon: Folder,
        title: this.text('project.missing.title', {name: this.#name}),
        text: this.text('component.missing.text', {namespace}),
        action: html`<a class="button" href=${this.host.navigation.href('/catalog/projects')}
          >${this.text('project.all')}</a
        >`,
      });
    }
    if (data) return this.#renderProject(namespace, data);
    if (status === 'error') {
      return errorState({
        error,
        messages: this.host.messages,
        text: this.text('project.error'),
        retry: () => void this.#project.refetch(),
        retryLabel: this.text('retry'),
      });
    }
    return html`
      <header class="page-header"><h1 tabindex="-1">${this.#name}</h1></header>
      <div aria-busy="true">${skeleton({rows: 8, columns: 2})}</div>
    `;
  }

  protected override updated(): void {
    if (this.#project.data) this.host.navigation.title(toDisplayName(this.#project.data));
  }

  #renderProject(namespace: string, project: Project): TemplateResult {
    const {metadata, spec, status} = project;
    return html`
      <header class="page-header">
        <div>
          <div class="heading">
            <h1 tabindex="-1">${toDisplayName(project)}</h1>
            <components-status .status=${toResourceStatus(project)}></components-status>
          </div>
          <p>${toDescription(project)}</p>
        </div>
        ${metadata.deletionTimestamp ? nothing : this.#renderActions(namespace, project)}
      </header>
      ${
        metadata.deletionTimestamp
          ? html`<p class="notice" role="status">
              ${this.text('delete.pending')} <portal-time datetime=${metadata.deletionTimestamp}></portal-time>
            </p>`
          : nothing
      }
      <components-entity-tabs point="components.project-tabs" path=${`/catalog/projects/${metadata.name}`}>
        <div class="overview">
          ${this.#renderComponents()}
          <div class="cards">
            <section class="card">
              <header class="card-header"><h2>${this.text('detail.about')}</h2></header>
              <dl class="card-body">
                <dt>${this.text('form.name')}</dt>
                <dd class="mono">${metadata.name}</dd>
                <dt>${this.text('column.pipeline')}</dt>
                <dd>${spec?.deploymentPipelineRef?.name ?? '–'}</dd>
                <dt>${this.text('column.created')}</dt>
                <dd><portal-time datetime=${metadata.creationTimestamp ?? ''}></portal-time></dd>
              </dl>
            </section>
            <section class="card">
              <header class="card-header"><h2>${this.text('detail.conditions')}</h2></header>
              <components-condition-list
                class="card-body"
                .conditions=${status?.conditions ?? []}
              ></components-condition-list>
            </section>
            <components-project-figures project=${metadata.name}></components-project-figures>
          </div>
        </div>
      </components-entity-tabs>
    `;
  }

  #renderActions(namespace: string, project: Project): TemplateResult {
    const {name} = project.metadata;
    const scope: Scope = {namespace, project: name};
    const {navigation} = this.host;
    return html`
      <div class="actions">
        <portal-gated permission="project:update" .scope=${scope}>
          <a class="button" href=${navigation.href(`/catalog/projects/${name}/edit`)}
            >${icon(Pencil)}${this.text('action.edit')}</a
          >
        </portal-gated>
        <portal-gated permission="project:delete" .scope=${scope}>
          <button
            class="button danger"
            ?disabled=${this.#delete.pending}
            @click=${() => void this.#confirmDelete(project)}
          >
            ${icon(Trash)}${this.text(this.#delete.pending ? 'delete.running' : 'action.delete')}
          </button>
        </portal-gated>
        <portal-gated permission="component:create" .scope=${scope}>
          <a class="button primary" href=${navigation.href('/catalog/create-component', {project: name})}
            >${icon(Plus)}${this.text('component.create.action')}</a
          >
        </portal-gated>
      </div>
    `;
  }

  #renderComponents(): TemplateResult {
    const {data, status, error} = this.#components;
    if (data === undefined && status === 'error') {
      return errorState({
        error,
        messages: this.host.messages,
        text: this.text('list.error'),
        retry: () => void this.#components.refetch(),
        retryLabel: this.text('retry'),
      });
    }
    if (data === undefined) return html`<div aria-busy="true">${skeleton({rows: 4, columns: 4})}</div>`;
    return html`
      <section aria-label=${this.text('nav.components')}>
        ${
          data.length === 0
            ? emptyState({icon: Box, title: this.text('list.none.title'), text: this.text('list.none.text')})
            : html`<components-table single .rows=${data}></components-table>`
        }
      </section>
    `;
  }

  get #name(): string {
    return this.#location.param('project');
  }

  async #confirmDelete(project: Project): Promise<void> {
    const {name} = project.metadata;
    const count = this.#components.data?.length ?? 0;
    const yes = await this.host.notifications.confirm({
      title: this.text('project.delete.title', {name: toDisplayName(project)}),
      text: this.text('project.delete.text', {count}),
      confirm: this.text('action.delete'),
      danger: true,
      expect: name,
    });
    if (yes) await this.#delete.run(project);
  }
}
