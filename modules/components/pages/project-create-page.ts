import {listQuery, type Project, toDisplayName} from '@openchoreo/portal-contract';
import {errorState, MutationController, QueryController, skeleton} from '@openchoreo/portal-lit';
import {html, type TemplateResult} from 'lit';
import {query, state} from 'lit/decorators.js';
import {NamespacePage} from '../components/namespace-page.ts';
import {ProjectForm} from '../components/project-form.ts';
import {LeaveGuard} from '../hooks/leave-guard.ts';
import {toProject} from '../services/to-project.ts';
import type {ProjectDraft} from '../types/project-draft.ts';
import {parseRefusal, type Refusal} from '../utils/refusal.ts';

/** A new project of the namespace. */
export class ProjectCreatePage extends NamespacePage {
  static override dependencies = {'components-project-form': ProjectForm};

  @query('components-project-form') private readonly form!: ProjectForm | null;
  @state() private refusal: Refusal | undefined;

  readonly #pipelines = new QueryController(this, () => {
    const {namespace} = this.selection;
    return namespace ? listQuery(this.host.api, 'deploymentpipelines', {namespace}) : undefined;
  });
  readonly #guard = new LeaveGuard(this, () => this.form?.dirty ?? false);
  readonly #create = new MutationController<ProjectDraft, Project>(this, {
    mutate: (draft) => this.host.api.create('projects', toProject(this.selection.namespace ?? '', draft)),
    invalidates: ['projects'],
    onSuccess: (project) => {
      this.#guard.release();
      this.host.notifications.show({
        kind: 'success',
        text: this.text('project.create.done', {name: toDisplayName(project)}),
      });
      this.host.navigation.go(`/catalog/projects/${project.metadata.name}`);
    },
    onError: (error) => {
      this.refusal = parseRefusal(error);
      if (!this.refusal) this.host.notifications.error(error);
    },
  });
  #initial: ProjectDraft | undefined;

  protected override renderPage(): TemplateResult {
    return html`
      <header class="page-header"><h1 tabindex="-1">${this.text('project.create.title')}</h1></header>
      ${this.#renderForm()}
    `;
  }

  #renderForm(): TemplateResult {
    const {data: pipelines, status, error} = this.#pipelines;
    if (pipelines === undefined && status === 'error') {
      return errorState({
        error,
        messages: this.host.messages,
        text: this.text('form.error'),
        retry: () => void this.#pipelines.refetch(),
        retryLabel: this.text('retry'),
      });
    }
    if (pipelines === undefined) return html`<div aria-busy="true">${skeleton({rows: 5})}</div>`;
    const preset = pipelines.find(({metadata}) => metadata.name === 'default') ?? pipelines[0];
    this.#initial ??= {displayName: '', name: '', description: '', pipeline: preset?.metadata.name ?? ''};
    return html`
      <components-project-form
        .pipelines=${pipelines}
        .initial=${this.#initial}
        .pending=${this.#create.pending}
        .refusal=${this.refusal}
        @save=${({detail}: CustomEvent<ProjectDraft>) => void this.#create.run(detail)}
      >
        <a class="button" href=${this.host.navigation.href('/catalog/projects')}>${this.text('form.cancel')}</a>
      </components-project-form>
    `;
  }
}
