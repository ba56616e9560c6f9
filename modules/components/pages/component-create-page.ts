import {listQuery} from '@openchoreo/portal-contract';
import {
  errorState,
  emptyState,
  icon,
  MutationController,
  PortalGated,
  QueryController,
  skeleton,
} from '@openchoreo/portal-lit';
import {html, type TemplateResult} from 'lit';
import {query, state} from 'lit/decorators.js';
import Folder from 'lucide/dist/esm/icons/folder.mjs';
import Plus from 'lucide/dist/esm/icons/plus.mjs';
import {ComponentForm, type ComponentFormResult} from '../components/component-form.ts';
import {NamespacePage} from '../components/namespace-page.ts';
import {LeaveGuard} from '../hooks/leave-guard.ts';
import {createComponent, type Created} from '../services/create-component.ts';
import {toWorkflowRun} from '../services/to-workflow-run.ts';
import {EMPTY_DRAFT, type ComponentDraft} from '../types/component-draft.ts';
import {toTypeChoices} from '../utils/component-type-choice.ts';
import {parseRefusal, type Refusal} from '../utils/refusal.ts';
import {toWorkflowChoices} from '../utils/workflow-choice.ts';

/** A new component of a project: what it is called, what type it has, and, if there is one, its image. */
export class ComponentCreatePage extends NamespacePage {
  static override dependencies = {'components-component-form': ComponentForm, 'portal-gated': PortalGated};

  @query('components-component-form') private readonly form!: ComponentForm | null;
  @state() private refusal: Refusal | undefined;

  readonly #projects = new QueryController(this, () => this.#list('projects'));
  readonly #own = new QueryController(this, () => this.#list('componenttypes'));
  readonly #shared = new QueryController(this, () => listQuery(this.host.api, 'clustercomponenttypes', {}));
  readonly #workflows = new QueryController(this, () => this.#list('workflows'));
  readonly #sharedWorkflows = new QueryController(this, () => listQuery(this.host.api, 'clusterworkflows', {}));
  readonly #guard = new LeaveGuard(this, () => this.form?.dirty ?? false);
  readonly #create = new MutationController<ComponentFormResult, Created>(this, {
    mutate: ({objects, build}) => {
      const run = build ? toWorkflowRun(objects.component, crypto.randomUUID().slice(0, 8)) : undefined;
      const exists = this.#made === objects.component.metadata.name;
      return createComponent(this.host.api, {...objects, run, exists});
    },
    invalidates: ['components', 'workloads', 'workflowruns'],
    onSuccess: (created, {draft}) => {
      if (created.failed?.part === 'workload') this.#stay(created, created.failed.error, draft);
      else this.#leave(created, draft);
    },
    onError: (error) => {
      this.refusal = parseRefusal(error);
      if (!this.refusal) this.host.notifications.error(error);
    },
  });
  #initial: ComponentDraft | undefined;
  /** The name of a component that is there without the workload it was to have. */
  #made: string | undefined;

  protected override renderPage(namespace: string): TemplateResult {
    return html`
      <header class="page-header"><h1 tabindex="-1">${this.text('component.create.title')}</h1></header>
      ${this.#renderForm(namespace)}
    `;
  }

  #renderForm(namespace: string): TemplateResult {
    const queries = [this.#projects, this.#own, this.#shared, this.#workflows, this.#sharedWorkflows];
    const failed = queries.find(({status, data}) => status === 'error' && data === undefined);
    if (failed) {
      return errorState({
        error: failed.error,
        messages: this.host.messages,
        text: this.text('form.error'),
        retry: () => queries.forEach((one) => void one.refetch()),
        retryLabel: this.text('retry'),
      });
    }
    const [projects, own, shared] = [this.#projects.data, this.#own.data, this.#shared.data];
    const [workflows, sharedWorkflows] = [this.#workflows.data, this.#sharedWorkflows.data];
    if (!projects || !own || !shared || !workflows || !sharedWorkflows)
      return html`<div aria-busy="true">${skeleton({rows: 8})}</div>`;
    if (projects.length === 0) return this.#renderNoProject();
    const only = projects.length === 1 ? projects[0]?.metadata.name : undefined;
    this.#initial ??= {...EMPTY_DRAFT, project: this.selection.project ?? only ?? ''};
    return html`
      <components-component-form
        .namespace=${namespace}
        .projects=${projects}
        .choices=${toTypeChoices(namespace, own, shared)}
        .workflows=${toWorkflowChoices(namespace, workflows, sharedWorkflows)}
        .initial=${this.#initial}
        .pending=${this.#create.pending}
        .refusal=${this.refusal}
        @save=${({detail}: CustomEvent<ComponentFormResult>) => void this.#create.run(detail)}
      >
        <a class="button" href=${this.host.navigation.href('/catalog/components')}>${this.text('form.cancel')}</a>
      </components-component-form>
    `;
  }

  #renderNoProject(): TemplateResult {
    return emptyState({
      icon: Folder,
      title: this.text('projects.none.title'),
      text: this.text('component.create.needs-project'),
      action: html`<portal-gated permission="project:create"
        ><a class="button primary" href=${this.host.navigation.href('/catalog/create-project')}
          >${icon(Plus)}${this.text('project.create.action')}</a
        ></portal-gated
      >`,
    });
  }

  /** What was typed for the workload is nowhere but here: it can be corrected and sent again. */
  #stay({component}: Created, error: Error, draft: ComponentDraft): void {
    this.#made = component.metadata.name;
    this.refusal = parseRefusal(error);
    this.host.notifications.show({
      kind: 'warning',
      text: this.text('component.create.without-workload', {name: draft.displayName || draft.name}),
      detail: error.message,
    });
  }

  #leave({component, failed}: Created, draft: ComponentDraft): void {
    this.#guard.release();
    const {notifications, navigation} = this.host;
    const name = draft.displayName || draft.name;
    if (failed === undefined) {
      notifications.show({kind: 'success', text: this.text('component.create.done', {name})});
    } else {
      notifications.show({
        kind: 'warning',
        text: this.text(`component.create.without-${failed.part}`, {name}),
        detail: failed.error.message,
      });
    }
    navigation.go(`/catalog/components/${component.metadata.name}`);
  }

  #list<K extends 'projects' | 'componenttypes' | 'workflows'>(kind: K): ReturnType<typeof listQuery<K>> | undefined {
    const {namespace} = this.selection;
    return namespace ? listQuery(this.host.api, kind, {namespace}) : undefined;
  }
}
