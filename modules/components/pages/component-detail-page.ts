import {
  type Component,
  listQuery,
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
  type QueryOptions,
  skeleton,
  uiStyles,
} from '@openchoreo/portal-lit';
import {html, nothing, type TemplateResult} from 'lit';
import Box from 'lucide/dist/esm/icons/box.mjs';
import Pencil from 'lucide/dist/esm/icons/pencil.mjs';
import Trash from 'lucide/dist/esm/icons/trash.mjs';
import {ComponentDeployments} from '../components/component-deployments.ts';
import {ComponentsStatus} from '../components/components-status.ts';
import {ConditionList} from '../components/condition-list.ts';
import {EntityTabs} from '../components/entity-tabs.ts';
import {detailStyles} from '../components/detail-styles.ts';
import {NamespacePage} from '../components/namespace-page.ts';
import {WorkloadSummary} from '../components/workload-summary.ts';
import {toDeleting} from '../services/to-deleting.ts';
import {isNotFound} from '../utils/refusal.ts';
import {toResourceStatus} from '../utils/resource-status.ts';

/** How often a component that is being deleted is looked after, in milliseconds. */
const DELETION_POLL = 2000;

/** One component: what it is, how it is, what it runs; the way to change and to delete it. */
export class ComponentDetailPage extends NamespacePage {
  static override dependencies = {
    'portal-gated': PortalGated,
    'portal-time': PortalTime,
    'components-component-deployments': ComponentDeployments,
    'components-status': ComponentsStatus,
    'components-condition-list': ConditionList,
    'components-entity-tabs': EntityTabs,
    'components-workload-summary': WorkloadSummary,
  };
  static override styles = [...uiStyles, factStyles, detailStyles];

  #isGone = false;
  readonly #location = new LocationController(this);
  readonly #component = new QueryController<Component>(this, (): QueryOptions<Component> | undefined => {
    const {namespace} = this.selection;
    if (!namespace || this.#isGone) return undefined;
    const isDeleted = this.#shown?.metadata.deletionTimestamp !== undefined;
    return {
      ...resourceQuery(this.host.api, 'components', {namespace}, this.#name),
      refetchInterval: isDeleted ? DELETION_POLL : false,
    };
  });
  readonly #workloads = new QueryController(this, () => {
    const {namespace} = this.selection;
    return namespace && !this.#isGone
      ? listQuery(this.host.api, 'workloads', {namespace, component: this.#name})
      : undefined;
  });
  readonly #delete = new MutationController<Component, void>(this, {
    mutate: async ({metadata: {namespace, name}}) => {
      await this.host.api.remove('components', {namespace, name});
      // What is gone is not asked for again while the list is on its way.
      this.#isGone = true;
      this.requestUpdate();
      await this.updateComplete;
    },
    preview: ({metadata: {namespace, name}}) => [{kind: 'components', namespace, name, change: toDeleting}],
    invalidates: ['components', 'workloads'],
    onSuccess: (_, component) => {
      this.host.notifications.show({kind: 'success', text: this.text('delete.done', {name: toDisplayName(component)})});
      this.host.navigation.go('/catalog/components', {replace: true});
    },
    onError: (error) => this.host.notifications.error(error),
  });

  protected override renderPage(namespace: string): TemplateResult {
    const {data, status, error} = this.#component;
    if (status === 'error' && isNotFound(error)) {
      return emptyState({
        icon: Box,
        title: this.text('component.missing.title', {name: this.#name}),
        text: this.text('component.missing.text', {namespace}),
        action: html`<a class="button" href=${this.host.navigation.href('/catalog/components')}
          >${this.text('component.all')}</a
        >`,
      });
    }
    if (data) return this.#renderComponent(namespace, data);
    if (status === 'error') {
      return errorState({
        error,
        messages: this.host.messages,
        text: this.text('component.error'),
        retry: () => void this.#component.refetch(),
        retryLabel: this.text('retry'),
      });
    }
    return html`
      <header class="page-header"><h1 tabindex="-1">${this.#name}</h1></header>
      <div aria-busy="true">${skeleton({rows: 8, columns: 2})}</div>
    `;
  }

  protected override updated(): void {
    if (this.#component.data) this.host.navigation.title(toDisplayName(this.#component.data));
  }

  #renderComponent(namespace: string, component: Component): TemplateResult {
    const {metadata} = component;
    return html`
      <header class="page-header">
        <div>
          <div class="heading">
            <h1 tabindex="-1">${toDisplayName(component)}</h1>
            <components-status .status=${toResourceStatus(component)}></components-status>
          </div>
          <p>${toDescription(component)}</p>
        </div>
        ${metadata.deletionTimestamp ? nothing : this.#renderActions(namespace, component)}
      </header>
      ${
        metadata.deletionTimestamp
          ? html`<p class="notice" role="status">
              ${this.text('delete.pending')} <portal-time datetime=${metadata.deletionTimestamp}></portal-time>
            </p>`
          : nothing
      }
      <components-entity-tabs point="components.tabs" path=${`/catalog/components/${metadata.name}`}>
        <div class="overview">
          <components-component-deployments .component=${component}></components-component-deployments>
          <div class="cards">
            <div>${this.#renderAbout(component)}</div>
            <div>${this.#renderStatus(component)} ${this.#renderWorkload()}</div>
          </div>
        </div>
      </components-entity-tabs>
    `;
  }

  #renderActions(namespace: string, component: Component): TemplateResult {
    const {name} = component.metadata;
    const project = component.spec?.owner.projectName;
    const scope: Scope = {namespace, component: name, ...(project && {project})};
    return html`
      <div class="actions">
        <portal-gated permission="component:update" .scope=${scope}>
          <a class="button" href=${this.host.navigation.href(`/catalog/components/${name}/edit`)}
            >${icon(Pencil)}${this.text('action.edit')}</a
          >
        </portal-gated>
        <portal-gated permission="component:delete" .scope=${scope}>
          <button
            class="button danger"
            ?disabled=${this.#delete.pending}
            @click=${() => void this.#confirmDelete(component)}
          >
            ${icon(Trash)}${this.text(this.#delete.pending ? 'delete.running' : 'action.delete')}
          </button>
        </portal-gated>
      </div>
    `;
  }

  #renderAbout({metadata, spec}: Component): TemplateResult {
    const {owner, componentType, autoDeploy} = spec ?? {};
    const labels = Object.entries(metadata.labels ?? {});
    return html`
      <section class="card">
        <header class="card-header"><h2>${this.text('detail.about')}</h2></header>
        <dl class="card-body">
          <dt>${this.text('form.name')}</dt>
          <dd class="mono">${metadata.name}</dd>
          <dt>${this.text('column.project')}</dt>
          <dd>
            <a href=${this.host.navigation.href(`/catalog/projects/${owner?.projectName}`)}>${owner?.projectName}</a>
          </dd>
          <dt>${this.text('column.type')}</dt>
          <dd>${componentType?.name}</dd>
          <dt>${this.text('detail.auto-deploy')}</dt>
          <dd>${this.text(autoDeploy ? 'yes' : 'no')}</dd>
          <dt>${this.text('column.created')}</dt>
          <dd><portal-time datetime=${metadata.creationTimestamp ?? ''}></portal-time></dd>
          ${
            labels.length > 0
              ? html`<dt>${this.text('detail.labels')}</dt>
                  <dd>${labels.map(([key, value]) => html`<code class="label">${`${key}=${value}`}</code>`)}</dd>`
              : nothing
          }
        </dl>
      </section>
    `;
  }

  #renderStatus({status}: Component): TemplateResult {
    return html`
      <section class="card">
        <header class="card-header"><h2>${this.text('detail.conditions')}</h2></header>
        <components-condition-list
          class="card-body"
          .conditions=${status?.conditions ?? []}
        ></components-condition-list>
      </section>
    `;
  }

  #renderWorkload(): TemplateResult {
    return html`
      <section class="card">
        <header class="card-header"><h2>${this.text('detail.workload')}</h2></header>
        <div class="card-body">${this.#renderWorkloadBody()}</div>
      </section>
    `;
  }

  #renderWorkloadBody(): TemplateResult {
    const {data, status, error} = this.#workloads;
    if (data === undefined && status === 'error') {
      return errorState({
        error,
        messages: this.host.messages,
        text: this.text('workload.error'),
        retry: () => void this.#workloads.refetch(),
        retryLabel: this.text('retry'),
      });
    }
    if (data === undefined) return html`<div aria-busy="true">${skeleton({rows: 3})}</div>`;
    const [workload] = data;
    if (!workload) return html`<p class="muted">${this.text('workload.none')}</p>`;
    return html`<components-workload-summary .workload=${workload}></components-workload-summary>`;
  }

  get #shown(): Component | undefined {
    return this.#component.data;
  }

  get #name(): string {
    return this.#location.param('component');
  }

  async #confirmDelete(component: Component): Promise<void> {
    const {name} = component.metadata;
    const yes = await this.host.notifications.confirm({
      title: this.text('component.delete.title', {name: toDisplayName(component)}),
      text: this.text('component.delete.text'),
      confirm: this.text('action.delete'),
      danger: true,
      expect: name,
    });
    if (yes) await this.#delete.run(component);
  }
}
